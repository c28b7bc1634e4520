import { COARSE } from '#lib/domain/programme/course.ts';
import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import type { Goal, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { PRICE_FLOOR } from '#lib/domain/programme/price-floor.ts';
import { problemOf, type Problem } from '#lib/domain/programme/problem.ts';
import { solve, type Solution } from '#lib/domain/programme/solve.ts';

const STEPS = 5;
/** What is predicted is not finer than this. */
const ABOUT = 0.005;

interface Wish {
	/** Readiness to reach, 0 to 1. */
	readonly target: number;
	/** Minutes a day that are thought of at most. */
	readonly most: number;
	/** Minutes a day of the auditions that are not asked about. */
	readonly minutesOf: (goal: Goal) => number;
}

/**
 * The fewest minutes a day with which auditions reach a readiness, or come within half a percent of the most there is.
 * It is looked for on a coarse course, several times as fast, and comes out the same but for half a minute.
 *
 * @param isAsked which auditions get those minutes, each in proportion to its cards, but enough for any one card of them
 * @returns minutes a day for each audition, and the readiness that the most minutes would give it
 */
export function minutesNeeded(
	input: PlanInput,
	isAsked: (goal: Goal) => boolean,
	{ target, most, minutesOf }: Wish,
): { readonly minutesOf: (goal: Goal) => number; readonly best: readonly number[] } {
	const problem = problemOf(input, COARSE);
	const { goals, sizes, groups, course } = problem;
	const asked = goals.flatMap((goal, index) => (isAsked(goal) ? [index] : []));
	const largest = Math.max(1, ...asked.map((index) => sizes[index] ?? 0));
	const oneCard = Math.max(input.seconds.fresh, input.seconds.forgotten) / 60;
	const cards = groups.reduce((sum, { items }) => sum + items.mass.reduce((a, b) => a + b, 0), 0);
	const cheapest = goals.map(() => new Float64Array(course.days.length).fill(PRICE_FLOOR));
	const best = readinessOf(problem, reached(most, cheapest));
	let enough = most;
	let tooFew = 0;
	let like: Float64Array[] | null = null;
	let minutes = Math.min(most / 2, 1 + cards / ((course.days.at(-1) ?? 0) + 1));
	for (let step = 0; step < STEPS || (enough === most && tooFew < most / 2); step++) {
		const solution = reached(minutes, like);
		like = solution.pools.map(({ prices }) => prices);
		const readiness = readinessOf(problem, solution);
		const isEnough = asked.every(
			(index) => (readiness[index] ?? 0) >= Math.min(target, (best[index] ?? 0) - ABOUT),
		);
		if (isEnough) enough = minutes;
		else tooFew = minutes;
		minutes = enough === most ? Math.min(minutes * 2, (most + tooFew) / 2) : (enough + tooFew) / 2;
	}
	return { minutesOf: at(Math.ceil(enough * 2) / 2), best };

	function at(perDay: number) {
		return (goal: Goal) => {
			const size = sizes[goals.indexOf(goal)] ?? 0;
			if (!isAsked(goal)) return minutesOf(goal);
			return size === 0 ? 0 : Math.max(oneCard, (perDay * size) / largest);
		};
	}

	function reached(perDay: number, prices: readonly Float64Array[] | null): Solution {
		const budgets = dayBudgets(problem, at(perDay));
		return solve(problem, budgets.nodes, { rounds: 3, enough: ABOUT, like: prices });
	}
}

/** Of each audition, in its room. */
export function readinessOf({ goals, sizes, ends, course }: Problem, { flow }: Solution): number[] {
	return goals.map(
		(_, goal) =>
			(flow.recalled[goal * course.days.length + (ends[goal] ?? 0)] ?? 0) /
			Math.max(1, sizes[goal] ?? 0),
	);
}
