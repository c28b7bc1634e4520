import { followFlow, type Flow } from './flow.ts';
import { pricesOf, type Priced } from './prices.ts';
import type { Problem } from './problem.ts';

/** Prices that make each day's budget hold, what states are worth at them, and what follows. */
export interface Solution extends Priced {
	readonly flow: Flow;
	/** Expected number of cards recalled, over all auditions. */
	readonly recalled: number;
	/** No way to study within the budgets recalls more: the least value of the Lagrangian that was met. */
	readonly bound: number;
}

export interface SolveOptions {
	/** Most rounds of prices. */
	readonly rounds?: number;
	/** Share of the cards by which the plan may fall short of the bound. */
	readonly enough?: number;
	readonly floor?: number;
	/** Prices to begin with, for each audition at each node: those of a similar question. */
	readonly like?: readonly Float64Array[] | null;
}

/**
 * Finds the price of a second for each day and audition, in rounds: going back from the last day, each day's price is moved
 * to where the cards that came to that day in the round before would just take its seconds; going forward
 * (`followFlow`), each day's seconds go to the best offers. The Lagrangian's value bounds what any plan could reach, so
 * it is known how good this one is.
 *
 * @param budgets seconds for each audition at each node; infinite ones have the lowest price
 */
export function solve(
	problem: Problem,
	budgets: readonly Float64Array[],
	{ rounds = 5, enough = 0.003, floor, like = null }: SolveOptions = {},
): Solution {
	const { groups, course, table } = problem;
	const prices = pricesOf(problem, budgets, floor, like);
	const { pools, values, standings } = prices;
	const budgeted = budgets
		.flatMap((seconds) => [...seconds])
		.reduce((sum, seconds) => (seconds < Infinity ? sum + seconds : sum), 0);
	const total = problem.sizes.reduce((a, b) => a + b, 0);
	const nodes = course.days.length;
	let bound = Infinity;
	let best: { reached: number; prices: Float64Array[] } = { reached: -Infinity, prices: [] };
	for (let round = 1; ; round++) {
		const flow = followFlow(groups, pools, course, table, values, {
			floor: prices.floor,
			standings,
		});
		bound = Math.min(bound, prices.bound());
		const recalled = problem.ends.reduce(
			(sum, end, goal) => sum + (flow.recalled[goal * nodes + end] ?? 0),
			0,
		);
		const used = flow.seconds.reduce((sum, seconds) => sum + seconds, 0);
		const reached = recalled - flow.late + prices.floor * (budgeted - used);
		const isEnough = bound - reached < enough * total;
		if (reached > best.reached)
			best = { reached, prices: pools.map((pool) => pool.prices.slice()) };
		if (isEnough || (round >= rounds && reached === best.reached) || round > rounds) {
			prices.shareOut(flow.seconds);
			return { pools, values, floor: prices.floor, flow, recalled, bound };
		}
		if (round === rounds) {
			for (const [p, pool] of pools.entries()) pool.prices.set(best.prices[p] ?? pool.prices);
			prices.move(0);
		} else prices.move(stepOf(like ? round + 2 : round));
	}
}

/** All the way in two rounds, then ever less. */
function stepOf(round: number): number {
	return 1 / (1 + 0.2 * Math.max(0, round - 2));
}
