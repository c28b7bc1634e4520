import { followFlow, type Flow } from './flow.ts';
import type { Pool } from './pool.ts';
import { PRICE_FLOOR } from './price-floor.ts';
import type { Problem } from './problem.ts';
import { computeValues, emptyValues, type Values } from './values.ts';

/** Prices that make each day's budget hold, what states are worth at them, and what follows. */
export interface Solution {
	readonly pools: readonly Pool[];
	readonly values: readonly Values[];
	readonly flow: Flow;
	/** Expected number of cards recalled, over all auditions. */
	readonly recalled: number;
	/** No way to study within the budgets recalls more: the least value of the Lagrangian that was met. */
	readonly bound: number;
	readonly floor: number;
}

export interface SolveOptions {
	/** Most rounds of prices. */
	readonly rounds?: number;
	/** Share of the cards by which the plan may fall short of the bound. */
	readonly enough?: number;
	readonly floor?: number;
	/** Prices to begin with: those of a similar question. */
	readonly like?: Solution | null;
}

/** Cards recalled for a second: no second is worth more. */
const HIGHEST_PRICE = 0.5;
const FIRST_PRICE = 0.002;

/**
 * Finds the price of a second for each day and audition. At given prices every card's best plan is known (`values`);
 * letting each day's seconds go to the best offers (`flow`) tells the price at which they would just be taken; the next
 * prices lie between. The Lagrangian's value bounds what any plan could reach, so it is known how good this one is.
 *
 * @param budgets seconds for each audition at each node; infinite ones have the lowest price
 */
export function solve(
	problem: Problem,
	budgets: readonly Float64Array[],
	{ rounds = 8, enough = 0.003, floor = PRICE_FLOOR, like = null }: SolveOptions = {},
): Solution {
	const { groups, course, table } = problem;
	const nodes = course.days.length;
	const payer = groups.map(() => new Int32Array(nodes).fill(-1));
	const pools: Pool[] = budgets.map((seconds, p) => ({
		seconds,
		prices: seconds.map((s, v) =>
			s === Infinity ? floor : Math.max(floor, like?.pools[p]?.prices[v] ?? floor),
		),
		pays: (group, node) => payer[group]?.[node] === p,
	}));
	const values = groups.map(({ items }) => emptyValues(nodes, items.count));
	const budgeted = budgets
		.flatMap((seconds) => [...seconds])
		.reduce((sum, seconds) => (seconds < Infinity ? sum + seconds : sum), 0);
	const total = problem.sizes.reduce((a, b) => a + b, 0);
	let bound = Infinity;
	let best: { reached: number; prices: Float64Array[] } = { reached: -Infinity, prices: [] };
	if (!like) setEvenPrice();
	for (let round = 1; ; round++) {
		evaluate();
		const flow = followFlow(groups, pools, course, table, values, floor);
		bound = Math.min(bound, lagrangian());
		const recalled = problem.ends.reduce(
			(sum, end, goal) => sum + (flow.recalled[goal * nodes + end] ?? 0),
			0,
		);
		const used = flow.seconds.reduce((sum, seconds) => sum + seconds, 0);
		const reached = recalled + floor * (budgeted - used);
		const isEnough = bound - reached < enough * total;
		if (reached > best.reached)
			best = { reached, prices: pools.map(({ prices }) => prices.slice()) };
		if (isEnough || (round >= rounds && reached === best.reached) || round > rounds)
			return { pools, values, flow, recalled, bound, floor };
		if (round === rounds) {
			for (const [p, { prices }] of pools.entries()) prices.set(best.prices[p] ?? prices);
			continue;
		}
		movePrices(flow, 1.2 / (1 + 0.15 * round));
	}

	function evaluate(): void {
		for (const [g, group] of groups.entries()) {
			const own = values[g];
			if (own) computeValues(group, course, table, cheapest(g), own);
		}
	}

	/**
	 * The best price that is the same on all days, where the Lagrangian (convex in it) is least; but not below the first
	 * one: falling prices find their way in fewer rounds than rising ones.
	 */
	function setEvenPrice(): void {
		const worth = (price: number) => {
			for (const { seconds, prices } of pools)
				for (let v = 0; v < nodes; v++) if (seconds[v] !== Infinity) prices[v] = price;
			evaluate();
			const value = lagrangian();
			bound = Math.min(bound, value);
			return value;
		};
		let low = FIRST_PRICE;
		let value = worth(low);
		for (let price = low * 2; price < HIGHEST_PRICE; price *= 2) {
			const next = worth(price);
			if (next >= value) break;
			low = price;
			value = next;
		}
		worth(low);
	}

	/** The prices a group pays: on each day the lowest among its auditions ahead. */
	function cheapest(g: number): Float64Array {
		const prices = new Float64Array(nodes).fill(Infinity);
		const { goals = [], ends = [] } = groups[g] ?? {};
		for (const [place, goal] of goals.entries()) {
			const pool = pools[goal];
			for (let v = 0; v <= (ends[place] ?? -1); v++) {
				const price = pool?.prices[v] ?? Infinity;
				if ((pool?.seconds[v] ?? 0) <= 0 || price >= (prices[v] ?? 0)) continue;
				prices[v] = price;
				payer[g]?.fill(goal, v, v + 1);
			}
		}
		return prices;
	}

	function lagrangian(): number {
		let sum = 0;
		for (const [g, { items }] of groups.entries())
			for (let item = 0; item < items.count; item++)
				sum += (items.mass[item] ?? 0) * (values[g]?.items[item] ?? 0);
		for (const { seconds, prices } of pools)
			for (let v = 0; v < nodes; v++) {
				const paid = (seconds[v] ?? 0) * (prices[v] ?? 0);
				if (paid < Infinity) sum += paid;
			}
		return sum;
	}

	/** Part of the way, in the logarithm, to the prices at which the budgets were just taken. */
	function movePrices(flow: Flow, step: number): void {
		for (const [p, { seconds, prices }] of pools.entries())
			for (let v = 0; v < nodes; v++) {
				if ((seconds[v] ?? 0) <= 0 || seconds[v] === Infinity) continue;
				const cleared = flow.cleared[p * nodes + v] ?? floor;
				prices[v] = Math.pow(prices[v] ?? floor, 1 - step) * Math.pow(cleared, step);
			}
	}
}
