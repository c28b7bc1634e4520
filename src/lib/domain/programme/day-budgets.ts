import { addDays } from '#lib/domain/time/study-day.ts';
import type { Goal } from './plan-input.ts';
import type { Problem } from './problem.ts';

/** Seconds for each audition on each node, and on each day. */
export interface Budgets {
	readonly nodes: readonly Float64Array[];
	/** Index: days from today. */
	readonly days: readonly Float64Array[];
	/** Minutes a day, days off apart. */
	readonly minutesOf: (goal: Goal) => number;
}

/**
 * The time that an audition has on each day: its minutes, none on days off and after its own day. What was studied today
 * already is taken from the auditions in proportion to their minutes.
 *
 * @param minutesOf minutes a day for an audition; infinite for as many as there are
 */
export function dayBudgets(problem: Problem, minutesOf: (goal: Goal) => number): Budgets {
	const { input, goals, course } = problem;
	const length = (course.days.at(-1) ?? 0) + 1;
	const days = goals.map((goal) => {
		const off = new Set<number>(goal.daysOff);
		return Float64Array.from({ length }, (_, index) => {
			const day = addDays(input.today, index);
			return day > goal.day || off.has(day) ? 0 : minutesOf(goal) * 60;
		});
	});
	const today = days.reduce((sum, [seconds = 0]) => sum + seconds, 0);
	for (const own of days) {
		const [seconds = 0] = own;
		if (seconds < Infinity)
			own[0] = seconds * Math.max(0, 1 - (input.minutesDoneToday * 60) / Math.max(1, today));
	}
	const nodes = days.map((own) =>
		Float64Array.from(course.days, (day, v) =>
			own.subarray(day, day + (course.lengths[v] ?? 1)).reduce((a, b) => a + b, 0),
		),
	);
	return { nodes, days, minutesOf };
}
