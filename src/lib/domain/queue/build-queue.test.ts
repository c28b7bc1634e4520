import { expect, test } from 'vitest';
import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import { auditionId, cardId, deckId, noteId, type CardId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { buildQueue } from './build-queue.ts';
import { exampleCard, learningCard, noon, reviewCard, today } from './example-card.ts';
import type { Gathered, Limits } from './queue.ts';

const apart = { burySiblings: true };
const noLimits: Limits = new Map();

function gathered(cards: readonly Card[], more: Partial<Gathered> = {}): Gathered {
	return { learning: [], due: [], fresh: cards, seenNotes: new Set(), ...more };
}

function limits(newLeft: number, reviewsLeft: number): Limits {
	return new Map([[deckId('deck'), { newLeft, reviewsLeft }]]);
}

function mainOf(
	cards: readonly Card[],
	more: Partial<Gathered> = {},
	allowed = noLimits,
): string[] {
	const { main } = buildQueue(gathered(cards, more), allowed, noon, apart);
	return main.map(({ id }) => id.replace('/answer', ''));
}

function newCards(count: number, prefix = 'new'): Card[] {
	return Array.from({ length: count }, (_, index) =>
		exampleCard(`${prefix}-${index}`, { position: index }),
	);
}

function reviews(count: number): Card[] {
	return Array.from({ length: count }, (_, index) => reviewCard(`review-${index}`, 0));
}

test('a brand-new collection shows its first card at once, then the next in the order of the deck', () => {
	expect(mainOf(newCards(4).reverse())).toEqual(['new-0', 'new-1', 'new-2', 'new-3']);
});

test('an empty collection gives an empty queue', () => {
	const { main, learning, front, counts } = buildQueue(gathered([]), noLimits, noon, apart);
	expect([main, learning, front]).toEqual([[], [], []]);
	expect(counts).toEqual({ new: 0, learning: 0, review: 0 });
});

test.each([
	{ fresh: 1, due: 4, sorts: 'rrnrr' },
	{ fresh: 2, due: 4, sorts: 'rnrrnr' },
	{ fresh: 3, due: 3, sorts: 'rnrnrn' },
	{ fresh: 4, due: 2, sorts: 'nrnnrn' },
	{ fresh: 0, due: 2, sorts: 'rr' },
	{ fresh: 2, due: 0, sorts: 'nn' },
])('$fresh new cards are spread evenly among $due reviews: $sorts', ({ fresh, due, sorts }) => {
	const { main } = buildQueue(
		gathered([...newCards(fresh), ...reviews(due)]),
		noLimits,
		noon,
		apart,
	);
	expect(main.map(({ state }) => (state === 'new' ? 'n' : 'r')).join('')).toBe(sorts);
});

test('reviews come by due day, those of one day in an order of that study day', () => {
	const late = reviewCard('late', -3);
	const main = mainOf([...reviews(20), late]);
	expect(main[0]).toBe('late');
	expect(main.slice(1)).not.toEqual(reviews(20).map(({ noteId }) => noteId));
	expect(mainOf([late, ...reviews(20).reverse()])).toEqual(main);
	const tomorrow = { ...noon, studyDay: (today + 1) as StudyDay };
	const { main: other } = buildQueue(gathered([late, ...reviews(20)]), noLimits, tomorrow, apart);
	expect(other.map(({ noteId }) => noteId)).not.toEqual(main);
});

test('after a reload the spread goes on from what was done, and the note seen last is not next', () => {
	const sorts = (doneToday: { readonly new: number; readonly reviews: number }) =>
		buildQueue(gathered([...newCards(2), ...reviews(2)], { doneToday }), noLimits, noon, apart)
			.main.map(({ state }) => (state === 'new' ? 'n' : 'r'))
			.join('');
	expect(sorts({ new: 0, reviews: 0 })).toBe('rnrn');
	expect(sorts({ new: 0, reviews: 2 })).toBe('nrnr');
	expect(sorts({ new: 6, reviews: 0 })).toBe('rrnn');
	const cards = newCards(2);
	expect(mainOf(cards, { lastNote: noteId('new-0') })).toEqual(['new-1', 'new-0']);
	expect(mainOf(cards, { lastNote: noteId('new-1') })).toEqual(['new-0', 'new-1']);
});

test('what is due tomorrow, suspended, or buried through today stays out', () => {
	const out = [
		reviewCard('tomorrow', 1),
		reviewCard('suspended', 0, { suspended: true }),
		exampleCard('buried', { buriedThrough: today }),
		learningCard('buried-learning', 0, { buriedThrough: today }),
		exampleCard('new-on-a-later-day', { due: { day: (today + 1) as StudyDay } }),
	];
	const { main, learning } = buildQueue(gathered(out), noLimits, noon, apart);
	expect([...main, ...learning]).toEqual([]);
});

test('a card buried through yesterday is back', () => {
	const card = exampleCard('back', { buriedThrough: (today - 1) as StudyDay });
	expect(mainOf([card])).toEqual(['back']);
});

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
	const { main, counts } = buildQueue(gathered([...cards, ...others]), allowed, noon, apart);
	expect(counts).toEqual({ new: 2, learning: 0, review: 4 });
	expect(main.filter((card) => card.deckId === deckId('other'))).toHaveLength(3);
});

test('learning cards come whatever the limits say, soonest first', () => {
	const { learning, counts } = buildQueue(
		gathered([learningCard('b', 5), learningCard('a', -5), learningCard('c', 90)]),
		limits(0, 0),
		noon,
		apart,
	);
	expect(learning.map(({ noteId }) => noteId)).toEqual(['a', 'b', 'c']);
	expect(counts.learning).toBe(3);
});

test('a learning card that is due after the rollover is not counted for today', () => {
	const cards = [learningCard('tonight', 15 * 60), learningCard('tomorrow', 16 * 60)];
	const { learning, counts } = buildQueue(gathered(cards), noLimits, noon, apart);
	expect(learning).toHaveLength(2);
	expect(counts.learning).toBe(1);
});

test('in the last minutes of a study day, what is learned ahead from the next one counts for today', () => {
	const late = { ...noon, at: noon.at + 15.9 * 3_600_000 };
	const minutes = (after: number) => learningCard(`in-${after}`, 15.9 * 60 + after);
	const ahead = buildQueue(gathered([minutes(20), minutes(21)]), noLimits, late, apart);
	expect(ahead.counts.learning).toBe(1);
});

test('a step of a day stands among the reviews and counts as learning', () => {
	const card = learningCard('day-step', 0, { due: { day: today } });
	const { main, counts } = buildQueue(gathered([card]), limits(0, 0), noon, apart);
	expect(main).toEqual([card]);
	expect(counts).toEqual({ new: 0, learning: 1, review: 0 });
});

test('of siblings one comes a day, a review before a new card', () => {
	expect(mainOf([exampleCard('a/1'), reviewCard('a/2', 0), exampleCard('b/1')])).toEqual([
		'a/2',
		'b/1',
	]);
});

test('a note that was answered today, or that has a card in learning, shows no sibling', () => {
	const cards = [exampleCard('a/1'), exampleCard('b/1'), learningCard('b/2', 3), exampleCard('c')];
	expect(mainOf(cards, { seenNotes: new Set([noteId('a')]) })).toEqual(['c']);
});

test('siblings that may come on one day do not follow each other', () => {
	const cards = [0, 1, 2].flatMap((part) => [
		exampleCard(`a/${part}`, { position: part }),
		exampleCard(`b/${part}`, { position: 10 + part }),
	]);
	const { main } = buildQueue(gathered(cards), noLimits, noon, { burySiblings: false });
	expect(main).toHaveLength(6);
	main.forEach((card, index) => expect(card.noteId).not.toBe(main[index + 1]?.noteId));
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

test('a new card brought forward comes before the new ones of the deck, wherever it stands in it', () => {
	const forward = exampleCard('forward', { position: 9, due: { day: today } });
	expect(mainOf([...newCards(2), forward])).toEqual(['forward', 'new-0', 'new-1']);
});

test('new cards of one place come in the order of their ids', () => {
	const cards = ['b', 'a', 'c'].map((name) => exampleCard(name));
	expect(mainOf(cards)).toEqual(['a', 'b', 'c']);
});

test('what the plan of an audition brings comes over the limit, due or not', () => {
	const [early, fresh, later] = [
		reviewCard('early', 9),
		exampleCard('fresh'),
		reviewCard('later', 9),
	];
	const goal = auditionId('hedda');
	const planned = new Map<CardId, PlannedCard>(
		[early, fresh].map(({ id }) => [id, { id, goal, seconds: 8, reason: { kind: 'fresh' } }]),
	);
	const queue = buildQueue(gathered([early, fresh, later], { planned }), limits(0, 0), noon, apart);
	expect(queue.main).toEqual([early, fresh]);
	expect([queue.first, buildQueue(gathered([]), noLimits, noon, apart).first]).toEqual([
		early,
		null,
	]);
});

test('a card brought forward uses up its place and keeps its siblings away', () => {
	const cards = [exampleCard('a/1', { due: { day: today } }), exampleCard('a/2'), ...newCards(3)];
	expect(mainOf(cards, {}, limits(2, 0))).toEqual(['a/1', 'new-0']);
});
