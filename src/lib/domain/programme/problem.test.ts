import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshCard, goalIn, knownCard, planCardId, planInput, planNow } from './example-plan.ts';
import { problemOf } from './problem.ts';
import { COLUMNS } from './state-grid.ts';

const fresh = (count: number) => Array.from({ length: count }, (_, index) => freshCard(index));
const idsOf = ({ cards }: ReturnType<typeof problemOf>) =>
	cards.map((items) => items.map((alike) => alike.map(({ id }) => id)));

describe('the question of a plan', () => {
	test('has the auditions ahead, soonest first, without those that are over', () => {
		const cards = fresh(1);
		const over = goalIn(-1, cards, 5, { at: planNow - 1 });
		const { goals, ends, course } = problemOf(
			planInput(cards, [goalIn(9, cards, 5), over, goalIn(2, cards, 5)]),
		);
		expect(goals.map(({ name }) => name)).toEqual(['In 2 days', 'In 9 days']);
		expect(ends.map((node) => course.days[node])).toEqual([2, 9]);
	});

	test('has no group where no cards are asked for, or none of the plan’s', () => {
		const problem = problemOf(
			planInput(fresh(2), [goalIn(3, [], 5), goalIn(4, [freshCard(9)], 5)]),
		);
		expect(problem.groups).toEqual([]);
		expect(problem.sizes).toEqual([0, 0]);
	});

	test('counts a card once, however often an audition or the collection names it', () => {
		const [card] = fresh(1);
		const cards = card ? [card, card] : [];
		const problem = problemOf(planInput(cards, [goalIn(3, cards, 5)]));
		expect(problem.sizes).toEqual([1]);
		expect(idsOf(problem)).toEqual([[[planCardId(0)]]]);
	});

	test('puts cards of the same auditions together', () => {
		const cards = [freshCard(0), freshCard(1), knownCard(2, 3, 1), freshCard(3)];
		const goals = [goalIn(3, cards.slice(0, 2), 5), goalIn(6, cards.slice(1, 3), 5)];
		const problem = problemOf(planInput(cards, goals));
		expect(problem.groups.map((group) => group.goals)).toEqual([[0], [0, 1], [1]]);
		expect(idsOf(problem)).toEqual([[[planCardId(0)]], [[planCardId(1)]], [[planCardId(2)]]]);
		expect(problem.sizes).toEqual([2, 2]);
	});

	test('has an audition of today on its only day', () => {
		const cards = [knownCard(0, 3, 2)];
		const { course, ends, groups } = problemOf(planInput(cards, [goalIn(0, cards, 5)]));
		expect(course.days).toEqual([0]);
		expect(ends).toEqual([0]);
		expect(groups[0]).toMatchObject({ goals: [0], ends: [0], last: 0 });
	});

	test('has two auditions of one day on one node, each with its own hour', () => {
		const cards = fresh(2);
		const noon = goalIn(4, cards, 5);
		const evening = { ...noon, at: noon.at + 6 * 3_600_000 };
		const { ends, groups } = problemOf(planInput(cards, [evening, noon]));
		expect(ends).toEqual([4, 4]);
		const [recall] = groups.map(({ recallInRoom }) => recallInRoom);
		const late = recall?.[(5 + 4) * COLUMNS];
		expect(late).toBeLessThan(recall?.[4 * COLUMNS] ?? 0);
	});
});

test('what was studied just before the room is an hour old there', () => {
	const cards = fresh(1);
	const soon = goalIn(0, cards, 5, { at: planNow + 60_000 });
	const { groups, grid, memory } = problemOf(planInput(cards, [soon]));
	for (const [column, stability] of grid.stabilities.entries())
		expect(groups[0]?.recallInRoom[column]).toBe(memory.retrievability(stability, 1 / 24));
});

test('each card that is asked for stands in one item of the group of its auditions', () => {
	const anyAsked = fc.array(fc.record({ isKnown: fc.boolean(), goals: fc.subarray([0, 1, 2]) }), {
		maxLength: 12,
	});
	fc.assert(
		fc.property(anyAsked, (asked) => {
			const cards = asked.map(({ isKnown }, index) =>
				isKnown ? knownCard(index, 2, 1) : freshCard(index),
			);
			const goals = [1, 4, 8].map((days, goal) =>
				goalIn(
					days,
					cards.filter((_, index) => asked[index]?.goals.includes(goal)),
					5,
				),
			);
			const problem = problemOf(planInput(cards, goals));
			const found = problem.cards.flatMap((items, g) =>
				items.flat().map(({ id }) => [id, problem.groups[g]?.goals] as const),
			);
			const expected = asked.flatMap(({ goals: own }, index) =>
				own.length > 0 ? [[planCardId(index), own] as const] : [],
			);
			expect(found).toHaveLength(expected.length);
			expect(new Map(found)).toEqual(new Map(expected));
			for (const [g, { items }] of problem.groups.entries())
				expect([...items.mass]).toEqual(problem.cards[g]?.map(({ length }) => length));
			for (const [index, { id }] of cards.entries())
				for (const goal of [0, 1, 2])
					expect(problem.has(goal, id)).toBe(asked[index]?.goals.includes(goal));
		}),
		{ numRuns: 50 },
	);
});
