import { clearing } from './clearing.ts';
import type { Pool } from './pool.ts';
import { PRICE_FLOOR } from './price-floor.ts';
import type { Problem } from './problem.ts';
import { sharedMinutes, type SharedMinutes } from './shared-minutes.ts';
import { eachStanding, emptyStanding, type Standing } from './standing.ts';
import { backwards, emptyValues, type Values } from './values.ts';

/** A price for each day's seconds, and what states are worth at these prices. */
export interface Priced {
	readonly pools: readonly Pool[];
	readonly values: readonly Values[];
	/** Cards recalled for a second; what gains less is left undone. */
	readonly floor: number;
}

/** Prices that can be moved. */
export interface Prices extends Priced {
	/** How many cards came to each day by the last flow, for each group; a flow writes it. */
	readonly standings: readonly Standing[];
	/**
	 * Moves every price, going back from the last day, to where the cards that came to its day would just take its
	 * seconds; values follow.
	 *
	 * @param step how far, in the logarithm: 0 not at all, 1 all the way
	 */
	move(step: number): void;
	/** No way to study within the budgets recalls more than this: the value of the Lagrangian at these prices. */
	bound(): number;
	/** See `SharedMinutes`. */
	readonly shareOut: SharedMinutes['shareOut'];
}

/** In cards recalled for a second: rather dear, since falling prices find their way in fewer rounds than rising ones. */
const FIRST_PRICE = 0.01;

/**
 * @param budgets seconds for each audition at each node; infinite ones have the lowest price
 * @param like prices of a similar question, to begin with
 */
export function pricesOf(
	problem: Problem,
	budgets: readonly Float64Array[],
	floor = PRICE_FLOOR,
	like: readonly Float64Array[] | null = null,
): Prices {
	const { groups, course, table } = problem;
	const nodes = course.days.length;
	const {
		seconds: shared,
		payer,
		shareOut,
	} = sharedMinutes(
		groups.map(({ goals, ends, items }) => {
			return { goals, ends, cards: items.mass.reduce((a, b) => a + b, 0) };
		}),
		budgets,
	);
	const pools: Pool[] = shared.map((seconds, p) => ({
		seconds,
		prices: seconds.map((s, v) =>
			s === Infinity ? floor : Math.max(floor, like?.[p]?.[v] ?? FIRST_PRICE),
		),
		pays: (group, node) => payerOf(group, node) === p,
	}));
	const parts = groups.map((group, g) => ({
		g,
		group,
		values: emptyValues(nodes, group.items.count),
		standing: emptyStanding(nodes, group.items.count),
	}));
	move(0);
	return {
		pools,
		values: parts.map(({ values }) => values),
		standings: parts.map(({ standing }) => standing),
		floor,
		move,
		bound,
		shareOut,
	};

	function move(step: number): void {
		const passes = parts.map(({ g, group, values, standing }) => {
			return { g, group, values, standing, pass: backwards(group, course, table, values) };
		});
		for (let v = nodes - 1; v >= 0; v--) {
			const open = passes.filter(({ g }) => payerOf(g, v) >= 0);
			for (const { pass } of open) pass.offer(v);
			for (const [p, { seconds, prices }] of step > 0 ? pools.entries() : []) {
				const budget = seconds[v] ?? 0;
				const payers = open.filter(({ g }) => payerOf(g, v) === p);
				if (budget <= 0 || budget === Infinity || payers.length === 0) continue;
				const market = clearing(floor);
				for (const { group, values, standing } of payers)
					eachStanding(group, values, standing, course, table, v, market.offer);
				const { price } = market.clear(budget);
				prices[v] = Math.pow(prices[v] ?? floor, 1 - step) * Math.pow(price, step);
			}
			for (const { g, pass } of open) pass.settle(v, pools[payerOf(g, v)]?.prices[v] ?? Infinity);
		}
	}

	/** The audition whose time a group takes at a node; −1: there is none. */
	function payerOf(g: number, v: number): number {
		return payer[g]?.[v] ?? -1;
	}

	function bound(): number {
		let sum = 0;
		for (const { group, values } of parts)
			for (let item = 0; item < group.items.count; item++)
				sum += (group.items.mass[item] ?? 0) * (values.items[item] ?? 0);
		for (const { seconds, prices } of pools)
			for (let v = 0; v < nodes; v++) {
				const paid = (seconds[v] ?? 0) * (prices[v] ?? 0);
				if (paid < Infinity) sum += paid;
			}
		return sum;
	}
}
