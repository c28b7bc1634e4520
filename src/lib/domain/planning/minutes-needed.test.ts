import { describe, expect, test } from 'vitest';
import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import {
	freshCard,
	goalIn,
	knownCard,
	planInput,
	planToday,
} from '#lib/domain/programme/example-plan.ts';
import type { Goal, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { problemOf } from '#lib/domain/programme/problem.ts';
import { solve } from '#lib/domain/programme/solve.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { minutesNeeded, readinessOf } from './minutes-needed.ts';

const fresh = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => freshCard(from + index));
const own = ({ minutesPerDay }: Goal) => minutesPerDay ?? 0;
/** Asks for all auditions without minutes. */
function needed(input: PlanInput, target = 0.95, most = 240) {
	const problem = problemOf(input);
	const isAsked = ({ minutesPerDay }: Goal) => minutesPerDay === null;
	const found = minutesNeeded(input, isAsked, { target, most, minutesOf: own });
	const readiness = (minutesOf: (goal: Goal) => number) =>
		readinessOf(problem, solve(problem, dayBudgets(problem, minutesOf).nodes));
	return { ...found, readiness, minutes: problem.goals.map(found.minutesOf) };
}

describe('the minutes that an audition needs', () => {
	test('are enough, and half of them are not', () => {
		for (const [count, days] of [
			[60, 10],
			[40, 3],
			[200, 30],
		] as const) {
			const cards = fresh(count);
			const found = needed(planInput(cards, [goalIn(days, cards, null)]));
			expect(found.readiness(found.minutesOf)[0]).toBeGreaterThan(0.94);
			const half = found.readiness((goal) => found.minutesOf(goal) / 2);
			expect(half[0]).toBeLessThan(0.945);
		}
	});

	test('are none without cards', () => {
		const { minutes, best } = needed(planInput(fresh(2), [goalIn(5, [], null)]));
		expect(minutes).toEqual([0]);
		expect(best).toEqual([0]);
	});

	test('are enough for one card, however few would do', () => {
		const [small, large] = [fresh(1), fresh(60, 1)];
		const goals = [goalIn(30, small, null), goalIn(29, large, null)];
		const slow = { fresh: 90, remembered: 24, forgotten: 60 };
		const input = planInput([...small, ...large], goals, { seconds: slow });
		const [most, least] = needed(input).minutes;
		expect(least).toBe(1.5);
		expect(most).toBeGreaterThan(1.5);
		expect(needed(planInput(small, [goalIn(30, small, null)], { seconds: slow })).minutes).toEqual([
			1.5,
		]);
	});

	test('are shared out among auditions by their cards', () => {
		const [first, second] = [fresh(30), fresh(60, 30)];
		const goals = [goalIn(10, first, null), goalIn(10, second, null)];
		const [one = 0, other] = needed(planInput([...first, ...second], goals)).minutes;
		expect(other).toBeCloseTo(2 * one);
	});

	test('are no more than asked about, where no day is long enough', () => {
		const cards = fresh(2000);
		const { minutes, best } = needed(planInput(cards, [goalIn(1, cards, null)]), 0.95, 240);
		expect(minutes).toEqual([240]);
		expect(best[0]).toBeGreaterThan(0.2);
		expect(best[0]).toBeLessThan(0.6);
	});

	test('change nothing of the minutes of other auditions', () => {
		const cards = fresh(20);
		const goals = [goalIn(5, cards, 3), goalIn(8, cards, null)];
		expect(needed(planInput(cards, goals)).minutes[0]).toBe(3);
	});
});

test('with days off everywhere, the most there is is what is left of memory', () => {
	const cards = [knownCard(0, 3, 2), knownCard(1, 8, 2), freshCard(2)];
	const daysOff = [0, 1, 2, 3].map((days) => addDays(planToday, days));
	const { best, readiness } = needed(planInput(cards, [goalIn(3, cards, null, { daysOff })]));
	expect(best).toEqual(readiness(() => 0));
	expect(best[0]).toBeGreaterThan(0.4);
	expect(best[0]).toBeLessThan(2 / 3);
});
