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
 * The time that an audition has on each day: its minutes, none on days off and after its own day. Its own day has time only
 * once it has come: until then the plan is for the evening before, since a morning in a train would else be where all is
 * left to, and no morning's study keeps a plan from being good. What was studied today already is taken from the auditions that ask for the card, in proportion to their minutes.
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
			if (day > goal.day || off.has(day)) return 0;
			if (day < goal.day) return minutesOf(goal) * 60;
			return index === 0 ? Math.min(minutesOf(goal) * 60, (goal.at - input.now) / 1000) : 0;
		});
	});
	const done = secondsDone(problem, (goal) => days[goal]?.[0] ?? 0);
	for (const [goal, own] of days.entries()) own[0] = Math.max(0, (own[0] ?? 0) - (done[goal] ?? 0));
	const nodes = days.map((own) =>
		Float64Array.from(course.days, (day, v) =>
			own.subarray(day, day + (course.lengths[v] ?? 1)).reduce((a, b) => a + b, 0),
		),
	);
	return { nodes, days, minutesOf };
}

/** What today's study took of each audition's time. One without a limit pays alone: it misses nothing. */
function secondsDone(problem: Problem, secondsOf: (goal: number) => number): number[] {
	const { input, goals } = problem;
	const done = goals.map(() => 0);
	for (const [card, seconds] of input.secondsDone) {
		const asking = goals.flatMap((_, goal) => (problem.has(goal, card) ? [goal] : []));
		const all = asking.reduce((sum, goal) => sum + secondsOf(goal), 0);
		if (all === 0 || all === Infinity) continue;
		for (const goal of asking) done[goal] = (done[goal] ?? 0) + (seconds * secondsOf(goal)) / all;
	}
	return done;
}
