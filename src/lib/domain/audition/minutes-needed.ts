import type { Goal } from './plan-input.ts';
import type { Problem } from './problem.ts';
import { dayBudgets } from './day-budgets.ts';
import { solve, type Solution } from './solve.ts';

const HALVINGS = 5;
const MOST_MINUTES = 240;

/**
 * The fewest minutes a day with which auditions reach a readiness, or come within half a percent of the most there is.
 *
 * @param isAsked which auditions get those minutes, each in proportion to its cards; the others keep their own
 * @returns minutes a day for each audition, and the most readiness that time without limit would give it
 */
export function minutesNeeded(
	problem: Problem,
	isAsked: (goal: Goal) => boolean,
	targetOf: (goal: Goal) => number,
): { readonly minutesOf: (goal: Goal) => number; readonly best: readonly number[] } {
	const asked = problem.goals.flatMap((goal, index) => (isAsked(goal) ? [index] : []));
	const largest = Math.max(1, ...asked.map((index) => problem.sizes[index] ?? 0));
	const minutesAt = (minutes: number) => (goal: Goal) => {
		const size = problem.sizes[problem.goals.indexOf(goal)] ?? 0;
		return isAsked(goal) ? (minutes * size) / largest : (goal.minutesPerDay ?? 0);
	};
	const reached = (minutes: number, like: Float64Array[] | null, rounds: number) => {
		const budgets = dayBudgets(problem, minutesAt(minutes));
		return solve(problem, budgets.nodes, { rounds, enough: 0.005, like });
	};
	const best = readinessOf(problem, reached(Infinity, null, 1));
	let enough = MOST_MINUTES;
	let tooFew = 0;
	let like: Float64Array[] | null = null;
	const cards = problem.groups.reduce(
		(sum, { items }) => sum + items.mass.reduce((a, b) => a + b, 0),
		0,
	);
	const days = problem.course.days.at(-1) ?? 0;
	let minutes = Math.min(MOST_MINUTES / 2, 1 + cards / (days + 1));
	for (let halving = 0; halving < HALVINGS || enough === MOST_MINUTES; halving++) {
		const solution = reached(minutes, like, 3);
		like = solution.pools.map(({ prices }) => prices);
		const readiness = readinessOf(problem, solution);
		const isEnough = asked.every((index) => {
			const goal = problem.goals[index];
			const most = best[index] ?? 0;
			return goal && (readiness[index] ?? 0) >= Math.min(targetOf(goal), most - 0.005);
		});
		if (isEnough) enough = minutes;
		else tooFew = minutes;
		if (tooFew >= MOST_MINUTES / 2) break;
		minutes = enough === MOST_MINUTES ? minutes * 2 : (enough + tooFew) / 2;
	}
	return { minutesOf: minutesAt(Math.ceil(enough * 2) / 2), best };
}

/** Of each audition, in its room. */
export function readinessOf({ goals, sizes, ends, course }: Problem, { flow }: Solution): number[] {
	return goals.map(
		(_, goal) =>
			(flow.recalled[goal * course.days.length + (ends[goal] ?? 0)] ?? 0) /
			Math.max(1, sizes[goal] ?? 0),
	);
}
