import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { dayBudgets } from './day-budgets.ts';
import { freshCard, goalIn, knownCard, planInput } from './example-plan.ts';
import { createFastMemory } from './fast-memory.ts';
import { defaultStudySeconds } from './plan-input.ts';
import { pricesOf } from './prices.ts';
import { problemOf } from './problem.ts';
import { solve, type SolveOptions } from './solve.ts';
import { forgotten, remembered } from './study-outcome.ts';

const memory = createFastMemory(defaultParameters);

/** The best that one card can come to, by trying every way to study it; recall less the price of the time. */
function bestOf(
	s: number,
	d: number,
	since: number,
	day: number,
	last: number,
	price: number,
): number {
	let best = memory.retrievability(s, since + last - day);
	for (let at = day; at < last; at++) {
		const recall = memory.retrievability(s, since + at - day);
		if (since + at - day === 0) continue;
		const passed = remembered(memory, s, d, recall);
		const lapsed = forgotten(memory, s, d, recall);
		const { remembered: quick, forgotten: slow } = defaultStudySeconds;
		best = Math.max(
			best,
			recall * bestOf(passed.stability, passed.difficulty, 0, at, last, price) +
				(1 - recall) * bestOf(lapsed.stability, lapsed.difficulty, 0, at, last, price) -
				price * (recall * quick + (1 - recall) * slow),
		);
	}
	return best;
}

describe('at given prices', () => {
	test('a card is worth what trying every way to study it finds', () => {
		const state = fc.record({
			stability: fc.double({ min: -1, max: 3, noNaN: true }).map(Math.exp),
			difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
			daysAgo: fc.integer({ min: 1, max: 10 }),
			price: fc.double({ min: -7.5, max: -3.5, noNaN: true }).map(Math.exp),
		});
		fc.assert(
			fc.property(state, ({ stability, difficulty, daysAgo, price }) => {
				const cards = [knownCard(0, stability, daysAgo, difficulty)];
				const days = 5;
				const daysOff = planInput(cards, []).today + days;
				const goal = goalIn(days, cards, 1);
				const problem = problemOf(
					planInput(cards, [{ ...goal, daysOff: [daysOff as typeof goal.day] }]),
				);
				const { nodes } = dayBudgets(problem, () => 1);
				const like = [new Float64Array(days + 1).fill(price)];
				const { values } = pricesOf(problem, nodes, 1e-6, like);
				const best = bestOf(stability, difficulty, daysAgo, 0, days, price);
				expect(values[0]?.items[0]).toBeGreaterThan(best - 0.01);
				expect(values[0]?.items[0]).toBeLessThan(best + 0.01);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('the prices that are found', () => {
	const cards = [
		...Array.from({ length: 20 }, (_, index) => freshCard(index)),
		...Array.from({ length: 20 }, (_, index) => knownCard(20 + index, 1 + index, 3)),
	];
	const solved = (days: number, minutes: number, options: SolveOptions = {}) => {
		const problem = problemOf(planInput(cards, [goalIn(days, cards, minutes)]));
		const { nodes } = dayBudgets(problem, () => minutes);
		for (const { items } of problem.groups) items.late.fill(0);
		return { nodes, solution: solve(problem, nodes, options) };
	};

	test('let each day’s seconds hold, where time is short and where it is not', () => {
		for (const minutes of [1, 20]) {
			const { nodes, solution } = solved(21, minutes);
			for (const [v, seconds] of solution.flow.seconds.entries())
				expect(seconds).toBeLessThanOrEqual((nodes[0]?.[v] ?? 0) + 1e-6);
		}
	});

	test('make a plan that is within two in a hundred of what no plan could exceed', () => {
		for (const days of [3, 14, 30])
			for (const minutes of [1, 2, 5]) {
				const { recalled, bound } = solved(days, minutes, { floor: 1e-6 }).solution;
				expect(bound).toBeGreaterThan(recalled - 0.002 * cards.length);
				expect(recalled).toBeGreaterThan(bound - 0.02 * cards.length);
			}
	});

	test('are the lowest where there is time for everything', () => {
		const { pools, floor } = solved(7, 200).solution;
		for (const price of pools[0]?.prices.subarray(0, 7) ?? []) expect(price).toBe(floor);
	});
});
