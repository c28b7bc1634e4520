import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import {
	freshCard,
	goalIn,
	knownCard,
	planInput,
	planToday,
	solved,
} from '#lib/domain/programme/example-plan.ts';
import type { PlanInput } from '#lib/domain/programme/plan-input.ts';
import { problemOf } from '#lib/domain/programme/problem.ts';
import { solve } from '#lib/domain/programme/solve.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { readinessOf } from './minutes-needed.ts';
import { planDays } from './plan-days.ts';

const cards = [
	...Array.from({ length: 10 }, (_, index) => freshCard(index)),
	...Array.from({ length: 10 }, (_, index) => knownCard(10 + index, 1 + index, 3)),
];
/** A first flow does: days follow from any, and far auditions take long to solve. */
function daysOf(input: PlanInput) {
	const problem = problemOf(input);
	const budgets = dayBudgets(problem, ({ minutesPerDay }) => minutesPerDay ?? 0);
	const solution = solve(problem, budgets.nodes, { rounds: 1 });
	const days = planDays(problem, budgets, solution.flow, solution.flow);
	return { days, problem, budgets, flow: solution.flow, ready: readinessOf(problem, solution) };
}
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

describe('the days of a plan', () => {
	test('are each day once from today to the last audition, however far it is', () => {
		for (const last of [0, 1, 40, 200]) {
			const { days } = daysOf(planInput(cards, [goalIn(last, cards, 3)]));
			const expected = Array.from({ length: last + 1 }, (_, after) => addDays(planToday, after));
			expect(days.map(({ day }) => day)).toEqual(expected);
		}
	});

	test('tell how many of their cards are due as they are scheduled, as long as their audition is ahead', () => {
		const dueIn = (index: number, days: number) => ({
			...knownCard(index, 3, 2),
			due: { day: addDays(planToday, days) },
		});
		const all = [dueIn(0, -5), dueIn(1, 0), dueIn(2, 2), dueIn(3, 3), freshCard(4), dueIn(5, 3)];
		const goals = [goalIn(2, all.slice(0, 5), 3), goalIn(4, all.slice(5), 3)];
		const { days } = daysOf(planInput([...all, dueIn(6, 1)], goals));
		expect(days.map(({ due }) => due)).toEqual([2, 0, 1, 1, 0]);
	});

	test('tell as many cards of normal scheduling as it brings', () => {
		for (const last of [5, 120]) {
			const { problem, budgets, solution, unplanned } = solved(
				planInput(cards, [goalIn(last, cards, 3)]),
			);
			const days = planDays(problem, budgets, solution.flow, unplanned);
			const brought = sum(unplanned.reviews) + sum(unplanned.fresh);
			expect(brought).toBeGreaterThan(10);
			expect(sum(days.map((day) => day.unplanned))).toBeCloseTo(brought);
		}
	});

	test('take together what the plan takes, and no day more than its minutes', () => {
		const anyGoals = fc.record({
			soon: fc.integer({ min: 0, max: 30 }),
			late: fc.integer({ min: 80, max: 110 }),
			minutes: fc.integer({ min: 0, max: 6 }),
			weekday: fc.integer({ min: 0, max: 6 }),
		});
		fc.assert(
			fc.property(anyGoals, ({ soon, late, minutes, weekday }) => {
				const weeks = Array.from({ length: 16 }, (_, week) =>
					addDays(planToday, week * 7 + weekday),
				);
				const goals = [
					goalIn(soon, cards.slice(0, 15), 2),
					goalIn(late, cards.slice(5), minutes, { daysOff: weeks }),
				];
				const { days, flow, budgets } = daysOf(planInput(cards, goals));
				expect(sum(days.map((day) => day.minutes))).toBeCloseTo(sum(flow.seconds) / 60, 6);
				expect(sum(days.map((day) => day.reviews))).toBeCloseTo(sum(flow.reviews), 6);
				expect(sum(days.map((day) => day.fresh))).toBeCloseTo(sum(flow.fresh), 6);
				for (const [index, { minutes: taken }] of days.entries())
					expect(taken).toBeLessThanOrEqual(
						sum(budgets.days.map((own) => own[index] ?? 0)) / 60 + 1e-6,
					);
			}),
			{ numRuns: 6 },
		);
	});

	test('are free where every audition has the day off, within a node of several days too', () => {
		const daysOff = [3, 60, 61].map((days) => addDays(planToday, days));
		const { days, problem } = daysOf(planInput(cards, [goalIn(150, cards, 3, { daysOff })]));
		expect(problem.course.days).not.toContain(60);
		for (const { minutes, reviews, fresh } of daysOff.flatMap((off) => days[off - planToday] ?? []))
			expect([minutes, reviews, fresh]).toEqual([0, 0, 0]);
	});

	test('are free where there are no minutes, and readiness falls day by day', () => {
		const known = cards.slice(10);
		const { days } = daysOf(planInput(known, [goalIn(5, known, 0)]));
		for (const { minutes, reviews, fresh } of days)
			expect([minutes, reviews, fresh]).toEqual([0, 0, 0]);
		const planned = days.map(({ readiness }) => readiness[0]?.planned ?? NaN);
		expect(planned).toEqual(planned.toSorted((a, b) => b - a));
	});

	test('tell of an audition up to its own day, and there how ready one is in the room', () => {
		const goals = [goalIn(2, cards, 3), goalIn(4, cards.slice(0, 5), 3), goalIn(3, [], 3)];
		const { days, ready, problem } = daysOf(planInput(cards, goals));
		const told = days.map(({ readiness }) => readiness.map(({ goal }) => goal));
		const [soon, empty, late] = problem.goals.map(({ id }) => id);
		expect(told).toEqual([
			[soon, empty, late],
			[soon, empty, late],
			[soon, empty, late],
			[empty, late],
			[late],
		]);
		expect(days[2]?.readiness[0]?.planned).toBe(ready[0]);
		expect(days[3]?.readiness[0]).toEqual({ goal: empty, planned: 0, unplanned: 0 });
		expect(days[4]?.readiness[0]?.planned).toBe(ready[2]);
	});

	test('between two nodes are as ready as the line between them', () => {
		const { days, problem } = daysOf(planInput(cards, [goalIn(200, cards, 3)]));
		const v = problem.course.lengths.findIndex((length) => length > 1);
		const [from = 0, length = 0] = [problem.course.days[v], problem.course.lengths[v]];
		const at = (index: number) => days[index]?.readiness[0]?.planned ?? NaN;
		expect(length).toBeGreaterThan(1);
		for (let after = 0; after <= length; after++) {
			const share = after / length;
			expect(at(from + after)).toBeCloseTo((1 - share) * at(from) + share * at(from + length), 9);
		}
	});
});
