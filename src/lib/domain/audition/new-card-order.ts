import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';

/**
 * Cards in the order in which a plan introduces them: deck by deck, first one of every note, then the second
 * ones. Cards of one note often show each other's answers, and by the plan they would come on one day.
 *
 * @param cards of several decks, in any order; those that were seen already count as introduced
 */
export function newCardOrder<
	C extends Pick<Card, 'id' | 'noteId' | 'deckId' | 'position' | 'state'>,
>(cards: readonly C[]): C[] {
	const decks = new Map<DeckId, number>();
	const seen = new Map<NoteId, number>();
	const byPosition = [...cards].sort(
		(a, b) =>
			Number(a.state === 'new') - Number(b.state === 'new') ||
			a.position - b.position ||
			(a.id < b.id ? -1 : 1),
	);
	return byPosition
		.map((card) => {
			const round = seen.get(card.noteId) ?? 0;
			seen.set(card.noteId, round + 1);
			const deck = decks.get(card.deckId) ?? decks.size;
			decks.set(card.deckId, deck);
			return { card, round, deck };
		})
		.sort((a, b) => a.round - b.round || a.deck - b.deck || a.card.position - b.card.position)
		.map(({ card }) => card);
}
