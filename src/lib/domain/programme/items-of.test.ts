import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/time/study-day.ts';
import { freshCard, goalIn, knownCard, planInput, planNow, planToday } from './example-plan.ts';
import type { PlanCard } from './plan-input.ts';
import { problemOf } from './problem.ts';

const DAY_MS = 86_400_000;

/** The items of one audition on all of some cards. */
function itemsIn(days: number, cards: readonly PlanCard[]) {
	const problem = problemOf(planInput(cards, [goalIn(days, cards, 5)]));
	const [group] = problem.groups;
	if (!group) throw new Error('There must be cards.');
	return { ...problem, items: group.items, cards: problem.cards[0] ?? [] };
}

describe('cards that are not yet studied by the plan', () => {
	test('are an item each when known, and one together when new', () => {
		const known = [knownCard(0, 3, 2), knownCard(1, 3, 2)];
		const fresh = [freshCard(2), freshCard(3), freshCard(4)];
		const { items, cards } = itemsIn(5, [...known, ...fresh]);
		expect(cards).toEqual([fresh, ...known.map((card) => [card])]);
		expect([...items.mass]).toEqual([3, 1, 1]);
		expect([...items.isFresh]).toEqual([1, 0, 0]);
	});

	test('are one item when there is but one', () => {
		expect(itemsIn(0, [freshCard(0)]).items.count).toBe(1);
		expect(itemsIn(0, [knownCard(0, 1, 1)]).items.count).toBe(1);
	});

	test('can be studied today, but for those seen today', () => {
		const cards = [freshCard(0), knownCard(1, 3, 0), knownCard(2, 3, 1)];
		expect([...itemsIn(5, cards).items.from]).toEqual([0, 1, 0]);
	});

	test('can’t be studied as long as they are buried', () => {
		const buried = (card: PlanCard, days: number) => ({
			...card,
			buriedThrough: addDays(planToday, days),
		});
		const known = [buried(knownCard(1, 3, 1), 0), buried(knownCard(2, 3, 0), 2)];
		const fresh = [buried(freshCard(3), 0), freshCard(4), buried(freshCard(5), 9)];
		const { items, cards } = itemsIn(5, [...known, ...fresh]);
		expect(cards.slice(0, 3)).toEqual([fresh[1], fresh[0], fresh[2]].map((card) => [card]));
		expect([...items.from]).toEqual([0, 1, 6, 1, 3]);
		expect(itemsIn(5, [buried(freshCard(0), -1)]).items.from[0]).toBe(0);
	});

	test('count as seen just now when it is not known when they were seen', () => {
		const card = { ...knownCard(0, 3, 4), lastReviewedAt: null, lastReviewedDay: null };
		const { items, memory } = itemsIn(5, [card]);
		expect(items.from[0]).toBe(1);
		expect(items.recallInRoom[0]).toBeCloseTo(memory.retrievability(3, 5 + 60_000 / DAY_MS), 3);
	});

	test('count as seen today when a clock was set back after they were', () => {
		const { items } = itemsIn(2, [knownCard(0, 3, -4)]);
		expect(items.from[0]).toBe(1);
		expect(items.recall[0]).toBe(1);
		expect(items.recallInRoom[0]).toBe(1);
	});

	test('are new ones that nobody recalls untouched', () => {
		const { items } = itemsIn(5, [freshCard(0)]);
		expect(new Set(items.recall)).toEqual(new Set([0]));
		expect([...items.recallInRoom]).toEqual([0]);
	});

	test('are forgotten as memory says, day by day and in the room', () => {
		const anyCard = fc.record({
			stability: fc.double({ min: -7, max: 9, noNaN: true }).map(Math.exp),
			daysAgo: fc.integer({ min: 0, max: 400 }),
			difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
			days: fc.integer({ min: 0, max: 30 }),
		});
		fc.assert(
			fc.property(anyCard, ({ stability, daysAgo, difficulty, days }) => {
				const card = knownCard(0, stability, daysAgo, difficulty);
				const { items, course, memory, goals, input } = itemsIn(days, [card]);
				const s = Math.max(0.001, stability);
				for (const [v, day] of course.days.entries()) {
					expect(items.chance[v]).toBe(memory.retrievability(s, daysAgo + day));
					expect(items.recall[v]).toBe(items.chance[v]);
					expect(items.seconds[v]).toBeGreaterThanOrEqual(input.seconds.remembered - 1e-9);
					expect(items.seconds[v]).toBeLessThanOrEqual(input.seconds.forgotten + 1e-9);
				}
				const wait = ((goals[0]?.at ?? 0) - planNow) / DAY_MS + daysAgo;
				expect(items.recallInRoom[0]).toBeCloseTo(memory.retrievability(s, wait), 12);
			}),
			{ numRuns: 50 },
		);
	});
});

describe('a new card', () => {
	const lateIn = (days: number) => [...itemsIn(days, [freshCard(0)]).items.late];

	test('is worth less each day that it waits, most of all after the first third', () => {
		const late = lateIn(8);
		expect(late).toHaveLength(9);
		for (const [v, expected] of [0, 0.003, 0.006, 0.015, 0.02].entries())
			expect(late[v]).toBeCloseTo(expected);
		expect(late.at(-1)).toBeCloseTo(0.04);
	});

	test('is never late for an audition of today', () => {
		expect(lateIn(0)).toEqual([0]);
	});

	test('is as late for its audition when another is far ahead', () => {
		const [card, other] = [freshCard(0), freshCard(1)];
		const goals = [goalIn(8, [card], 5), goalIn(60, [other], 5)];
		const { groups } = problemOf(planInput([card, other], goals));
		expect([...(groups[0]?.items.late.subarray(0, 9) ?? [])]).toEqual(lateIn(8));
	});
});
