import { expect, test } from 'vitest';
import { cardId, deckId, noteId } from '#lib/domain/cards/ids.ts';
import { newCardOrder } from './new-card-order.ts';

const card = (
	deck: string,
	note: string,
	part: string,
	position: number,
	state = 'new' as const,
) => ({
	id: cardId(noteId(note), part),
	noteId: noteId(note),
	deckId: deckId(deck),
	position,
	state,
});

test('one card of every note comes first, deck by deck, then the second ones', () => {
	const cards = [
		card('a', 'lead', '1', 0),
		card('a', 'lead', '2', 1),
		card('a', 'quote', '1', 2),
		card('b', 'other', '1', 0),
		card('b', 'other', '2', 1),
	];
	const order = newCardOrder([...cards].reverse()).map(({ id }) => id);
	expect(order).toHaveLength(5);
	const firsts = new Set(order.slice(0, 3));
	for (const index of [0, 2, 3]) expect(firsts).toContain(cards[index]?.id);
	const place = (index: number) => order.findIndex((id) => id === cards[index]?.id);
	expect(place(0)).toBeLessThan(place(2));
});

test('a card that was seen counts as the first of its note', () => {
	const seen = { ...card('a', 'lead', '2', 1), state: 'review' as const };
	const order = newCardOrder([card('a', 'lead', '1', 0), seen, card('a', 'quote', '1', 2)]);
	expect(order.map(({ noteId: note, state }) => `${note} ${state}`)).toEqual([
		'lead review',
		'quote new',
		'lead new',
	]);
});
