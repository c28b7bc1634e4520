import { expect, test } from 'vitest';
import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import { auditionId, cardId, deckId, noteId, type CardId } from '#lib/domain/cards/ids.ts';
import { exampleCard, reviewCard, today } from './example-card.ts';
import { limits, mainOf, newCards, queueOf, reviews } from './example-queue.ts';
import type { Limits } from './queue.ts';

test('each deck keeps its own limits', () => {
	const cards = [...newCards(5), ...reviews(5)];
	const others = cards.map((card) => ({
		...card,
		id: cardId(noteId(`other-${card.noteId}`), 'answer'),
		noteId: noteId(`other-${card.noteId}`),
		deckId: deckId('other'),
	}));
	const allowed: Limits = new Map([
		[deckId('deck'), { newLeft: 2, reviewsLeft: 1 }],
		[deckId('other'), { newLeft: 0, reviewsLeft: 3 }],
	]);
	const { main, counts } = queueOf([...cards, ...others], {}, allowed);
	expect(counts).toEqual({ new: 2, learning: 0, review: 4 });
	expect(main.filter((card) => card.deckId === deckId('other'))).toHaveLength(3);
});

test('a card brought forward comes over the limit, though its note was seen today', () => {
	const forward = exampleCard('forward', { due: { day: today } });
	const answeredToday = reviewCard('answered', 0, { lastReviewedDay: today });
	const rescheduled = reviewCard('rescheduled', 0);
	const more = {
		seenNotes: new Set([forward, answeredToday, rescheduled].map((card) => card.noteId)),
		broughtForward: new Set([rescheduled.id]),
	};
	const cards = [...newCards(2), forward, answeredToday, rescheduled];
	expect(mainOf(cards, more, limits(0, 0)).sort()).toEqual(['answered', 'forward', 'rescheduled']);
});

test('what the plan of an audition brings comes over the limit, due or not', () => {
	const [early, fresh, later] = [
		reviewCard('early', 9),
		exampleCard('fresh'),
		reviewCard('later', 9),
	];
	const goal = auditionId('hedda');
	const planned = new Map<CardId, PlannedCard>(
		[early, fresh].map(({ id }) => [
			id,
			{ id, goal, seconds: 8, reason: { kind: 'fresh', on: today } },
		]),
	);
	const queue = queueOf([early, fresh, later], { planned }, limits(0, 0));
	expect(queue.main).toEqual([early, fresh]);
	expect([queue.first, queueOf([]).first]).toEqual([early, null]);
});

test('a card brought forward uses up its place and keeps its siblings away', () => {
	const cards = [exampleCard('a/1', { due: { day: today } }), exampleCard('a/2'), ...newCards(3)];
	expect(mainOf(cards, {}, limits(2, 0))).toEqual(['a/1', 'new-0']);
});
