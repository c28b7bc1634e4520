import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card, CardState } from '#lib/domain/cards/card.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { buildQueue } from './build-queue.ts';
import { exampleCard, learningCard, noon, reviewCard, today } from './example-card.ts';
import { isHidden } from './is-hidden.ts';
import type { Gathered, Limits } from './queue.ts';

test('a queue holds no card twice, no hidden card, and no more than the limits allow', () => {
	fc.assert(
		fc.property(anyGathered, anyLimits, fc.boolean(), (input, allowed, burySiblings) => {
			const queue = buildQueue(input, allowed, noon, { burySiblings });
			const shown = [...queue.main, ...queue.learning];
			expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
			expect(shown.filter((card) => isHidden(card, today))).toEqual([]);
			for (const [deck, { newLeft, reviewsLeft }] of allowed) {
				const limited = queue.main.filter(
					({ deckId, id }) => deckId === deck && !queue.basis.broughtForward.has(id),
				);
				expect(limited.filter(({ state }) => state === 'new').length).toBeLessThanOrEqual(newLeft);
				expect(limited.filter(({ state }) => state === 'review').length).toBeLessThanOrEqual(
					reviewsLeft,
				);
			}
		}),
	);
});

test('a queue never has two siblings of a day, nor one of a note seen today', () => {
	fc.assert(
		fc.property(anyGathered, anyLimits, (input, allowed) => {
			const { main, learning, basis } = buildQueue(input, allowed, noon, { burySiblings: true });
			const limited = main.filter(
				({ id, state }) => !basis.broughtForward.has(id) && (state === 'new' || state === 'review'),
			);
			const others = [...main, ...learning].filter((card) => !limited.includes(card));
			const taken = new Set([...input.seenNotes, ...others.map(({ noteId }) => noteId)]);
			for (const { noteId } of limited) {
				expect(taken).not.toContain(noteId);
				taken.add(noteId);
			}
		}),
	);
});

test('a queue depends on what was gathered, not on its order', () => {
	fc.assert(
		fc.property(anyGathered, anyLimits, fc.boolean(), (input, allowed, burySiblings) => {
			const reversed = {
				...input,
				learning: input.fresh.toReversed(),
				due: input.learning.toReversed(),
				fresh: input.due.toReversed(),
			};
			expect(buildQueue(reversed, allowed, noon, { burySiblings })).toEqual(
				buildQueue(input, allowed, noon, { burySiblings }),
			);
		}),
	);
});

test('everything due comes when nothing limits it', () => {
	fc.assert(
		fc.property(anyGathered, (input) => {
			const { main, learning } = buildQueue(input, new Map(), noon, { burySiblings: false });
			const all = [...input.learning, ...input.due, ...input.fresh];
			const wanted = all.filter(
				(card) =>
					!isHidden(card, today) &&
					(card.due === null || 'at' in card.due || card.due.day <= today),
			);
			expect(new Set([...main, ...learning])).toEqual(new Set(wanted));
		}),
	);
});

/** cards of some notes in every state, each in one of two decks. */
const anyCards: fc.Arbitrary<Card[]> = fc
	.uniqueArray(
		fc.record({
			note: fc.nat(14),
			part: fc.nat(3),
			state: fc.constantFrom<CardState>('new', 'new', 'learning', 'review', 'review', 'relearning'),
			dueInDays: fc.option(fc.integer({ min: -5, max: 2 })),
			dueInMinutes: fc.integer({ min: -60, max: 1440 }),
			hidden: fc.constantFrom<Partial<Card>>(
				{},
				{},
				{},
				{},
				{ suspended: true },
				{ buriedThrough: today },
				{ buriedThrough: (today - 1) as StudyDay },
			),
			answeredToday: fc.boolean(),
		}),
		{ selector: ({ note, part }) => `${note}/${part}`, maxLength: 40 },
	)
	.map((seeds) =>
		seeds.map(({ note, part, state, dueInDays, dueInMinutes, hidden, answeredToday }) => {
			const name = `note-${note}/${part}`;
			const own = { ...hidden, deckId: deckId(note % 2 === 0 ? 'even' : 'odd'), position: part };
			const day = dueInDays === null ? null : { day: (today + dueInDays) as StudyDay };
			if (state === 'new') return exampleCard(name, { ...own, due: day });
			if (state === 'review') {
				return reviewCard(name, dueInDays ?? 0, {
					...own,
					...(answeredToday && { lastReviewedDay: today }),
				});
			}
			return learningCard(name, dueInMinutes, { ...own, state, ...(day && { due: day }) });
		}),
	);

/** such cards as a store would gather them, some notes seen and some cards brought forward. */
const anyGathered: fc.Arbitrary<Gathered> = anyCards.chain((cards) => {
	const notes = cards.map(({ noteId }) => noteId);
	const dueReviews = cards.filter(({ state }) => state === 'review').map(({ id }) => id);
	return fc.record({
		learning: fc.constant(cards.filter(({ state }) => state.endsWith('learning'))),
		due: fc.constant(cards.filter(({ state }) => state === 'review')),
		fresh: fc.constant(cards.filter(({ state }) => state === 'new')),
		seenNotes: fc
			.subarray(notes, { maxLength: Math.min(3, notes.length) })
			.map((seen) => new Set(seen)),
		broughtForward: fc
			.subarray(dueReviews, { maxLength: Math.min(2, dueReviews.length) })
			.map((ids) => new Set(ids)),
		doneToday: fc.record({ new: fc.nat(10), reviews: fc.nat(50) }),
		lastNote: fc.constantFrom(null, ...notes),
	});
});

/** limits of the two decks. */
const anyLimits: fc.Arbitrary<Limits> = fc.tuple(fc.nat(6), fc.nat(8), fc.nat(6), fc.nat(8)).map(
	([newEven, reviewsEven, newOdd, reviewsOdd]) =>
		new Map([
			[deckId('even'), { newLeft: newEven, reviewsLeft: reviewsEven }],
			[deckId('odd'), { newLeft: newOdd, reviewsLeft: reviewsOdd }],
		]),
);
