import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/time/study-day.ts';
import { dayBudgets } from './day-budgets.ts';
import { freshCard, goalIn, planInput, planToday } from './example-plan.ts';
import { problemOf } from './problem.ts';

const cards = [freshCard(0)];
const minutesOf = ({ minutesPerDay }: { minutesPerDay: number | null }) => minutesPerDay ?? 0;

test('an audition has its minutes each day, none on days off and after its own day', () => {
	const soon = goalIn(1, cards, 5);
	const later = goalIn(3, cards, 2, { daysOff: [addDays(planToday, 2)] });
	const { days } = dayBudgets(problemOf(planInput(cards, [soon, later])), minutesOf);
	expect(days.map((own) => [...own])).toEqual([
		[300, 300, 0, 0],
		[120, 120, 0, 120],
	]);
});

test('what was studied today is taken from the auditions in proportion, down to nothing', () => {
	const goals = [goalIn(1, cards, 6), goalIn(2, cards, 2)];
	const today = (minutesDoneToday: number) =>
		dayBudgets(problemOf(planInput(cards, goals, { minutesDoneToday })), minutesOf).days.map(
			([seconds]) => seconds,
		);
	expect(today(4)).toEqual([180, 60]);
	expect(today(30)).toEqual([0, 0]);
});

test('a node of several days has the time of them all', () => {
	const { course, ...problem } = problemOf(planInput(cards, [goalIn(200, cards, 1)]));
	const { nodes } = dayBudgets({ ...problem, course }, minutesOf);
	expect([...(nodes[0] ?? [])]).toEqual(course.lengths.map((days) => 60 * days));
});
