import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/time/study-day.ts';
import { dayBudgets } from './day-budgets.ts';
import { freshCard, goalIn, planInput, planToday } from './example-plan.ts';
import type { Goal, PlanCard } from './plan-input.ts';
import { problemOf } from './problem.ts';

const cards = [freshCard(0)];
const minutesOf = ({ minutesPerDay }: { minutesPerDay: number | null }) => minutesPerDay ?? 0;

test('an audition has its minutes each day before its own, none on days off', () => {
	const soon = goalIn(1, cards, 5);
	const later = goalIn(3, cards, 2, { daysOff: [addDays(planToday, 2)] });
	const { days } = dayBudgets(problemOf(planInput(cards, [soon, later])), minutesOf);
	expect(days.map((own) => [...own])).toEqual([
		[300, 0, 0, 0],
		[120, 120, 0, 0],
	]);
});

test('on its own day an audition has its minutes as far as there is time until it begins', () => {
	const secondsWith = (minutes: number) => {
		const goals = [goalIn(0, cards, minutes)];
		return dayBudgets(problemOf(planInput(cards, goals)), minutesOf).days[0]?.[0];
	};
	expect(secondsWith(5)).toBe(300);
	expect(secondsWith(600)).toBe(180 * 60);
});

describe('what was studied today', () => {
	const all = [freshCard(0), freshCard(1), freshCard(2)];
	const [first = freshCard(0), second = freshCard(1), third = freshCard(2)] = all;
	const left = (goals: readonly Goal[], done: readonly (readonly [PlanCard, number])[]) => {
		const secondsDone = new Map(done.map(([{ id }, minutes]) => [id, minutes * 60]));
		const problem = problemOf(planInput(all, goals, { secondsDone }));
		return dayBudgets(problem, minutesOf).days.map(([seconds = 0]) => seconds / 60);
	};

	test('is taken from the auditions that share a card in proportion, down to nothing', () => {
		const goals = [goalIn(1, cards, 6), goalIn(2, cards, 2)];
		expect(left(goals, [[first, 4]])).toEqual([3, 1]);
		expect(left(goals, [[first, 30]])).toEqual([0, 0]);
	});

	test('takes nothing from an audition that did not ask for the card', () => {
		const goals = [goalIn(1, [first], 6), goalIn(2, [second], 2)];
		expect(left(goals, [[first, 4]])).toEqual([2, 2]);
		expect(left(goals, [[third, 30]])).toEqual([6, 2]);
	});

	test('takes nothing from an audition beside one that has all the time there is, or on its day off', () => {
		const off = goalIn(2, cards, 2, { daysOff: [planToday] });
		expect(left([goalIn(1, cards, Infinity), goalIn(2, cards, 2)], [[first, 1]])).toEqual([
			Infinity,
			2,
		]);
		expect(left([goalIn(1, cards, 6), off], [[first, 1]])).toEqual([5, 0]);
	});
});

test('a node of several days has the time of them all', () => {
	const { course, ...problem } = problemOf(planInput(cards, [goalIn(200, cards, 1)]));
	const { nodes } = dayBudgets({ ...problem, course }, minutesOf);
	const before = course.lengths.slice(0, -1).map((days) => 60 * days);
	expect([...(nodes[0] ?? [])]).toEqual([...before, 0]);
});
