import { clearing } from './clearing.ts';
import type { Course } from './course.ts';
import type { Group } from './group.ts';
import type { Pool } from './pool.ts';
import { LEAST_MASS, type Standing } from './standing.ts';
import { CELLS, COLUMNS } from './state-grid.ts';
import { addAt, type Transitions } from './transitions.ts';
import type { Values } from './values.ts';

/** What study comes to when each day's seconds go to the cards that gain most by them. */
export interface Flow {
	/** Expected seconds taken. Index: pool × nodes + node. */
	readonly seconds: Float64Array;
	/** Expected cards studied again, and new ones. Index: node. */
	readonly reviews: Float64Array;
	readonly fresh: Float64Array;
	/** Expected recall summed over an audition's cards in the room, were it just after a day's study; on its own day: when it begins. Index: audition × nodes + node. */
	readonly recalled: Float64Array;
	/** What new cards that come late are worth less, summed up; in cards. */
	late: number;
}

/** How far the cards of a group have come. */
interface Stand {
	readonly group: Group;
	readonly values: Values;
	/** Of each item, how many cards the plan has not touched yet. */
	readonly left: Float64Array;
	/** Cards by their last study and state. Index: node × CELLS + cell. */
	readonly mass: Float64Array;
	readonly standing: Standing | null;
	readonly newPerDay: Float64Array | null;
}

export interface FlowOptions {
	/** Gain for a second below which nothing is studied. */
	readonly floor: number;
	/** The most cards of a new item on a day, for each group; none where there is no limit. */
	readonly newPerDay?: readonly Float64Array[];
	/** Where it is written how many cards come to each day, for each group. */
	readonly standings?: readonly Standing[];
}

/**
 * Follows the cards, as shares of states, from today to the last audition. Each day the seconds of a pool go to the
 * states that gain most for a second, so that budgets hold exactly; the last of them get a share.
 */
export function followFlow(
	groups: readonly Group[],
	pools: readonly Pool[],
	course: Course,
	table: Transitions,
	values: readonly Values[],
	{ floor, newPerDay = [], standings = [] }: FlowOptions,
): Flow {
	const nodes = course.days.length;
	const flow: Flow = {
		seconds: new Float64Array(pools.length * nodes),
		reviews: new Float64Array(nodes),
		fresh: new Float64Array(nodes),
		recalled: new Float64Array(pools.length * nodes),
		late: 0,
	};
	const stands = groups.flatMap((group, g): Stand[] => {
		const own = values[g];
		const mass = new Float64Array(nodes * CELLS);
		const left = group.items.mass.slice();
		const [standing, most] = [standings[g] ?? null, newPerDay[g] ?? null];
		return own ? [{ group, values: own, left, mass, standing, newPerDay: most }] : [];
	});
	for (let v = 0; v < nodes; v++) {
		for (const { standing, left, mass } of stands) {
			if (!standing) continue;
			for (let u = 0; u < v; u++)
				standing.cells.set(mass.subarray(u * CELLS, (u + 1) * CELLS), (u * nodes + v) * CELLS);
			for (const [item, count] of left.entries()) standing.items[item * nodes + v] = count;
		}
		for (const [p, pool] of pools.entries()) {
			const budget = pool.seconds[v] ?? 0;
			const payers = stands.filter(({ group }, g) => v <= group.last && pool.pays(g, v));
			if (budget <= 0 || payers.length === 0) continue;
			const market = clearing(floor);
			for (const stand of payers) eachOffer(stand, v, market.offer);
			const { share } = market.clear(budget);
			for (const stand of payers)
				flow.seconds[p * nodes + v] = (flow.seconds[p * nodes + v] ?? 0) + study(stand, v, share);
		}
		for (const stand of stands) addRecall(stand, v);
	}
	return flow;

	/** Calls `each` with what every state gains for a second of study, and the seconds it would take. */
	function eachOffer(
		{ group: { items }, values: { itemWorth, worth }, left, mass, newPerDay: most }: Stand,
		v: number,
		each: (index: number, seconds: number, item: number, u: number, cell: number) => void,
	): void {
		const days = course.lengths[v] ?? 1;
		for (let item = 0; item < items.count; item++) {
			const m = left[item] ?? 0;
			if (m < LEAST_MASS || v < (items.from[item] ?? 0)) continue;
			const at = item * nodes + v;
			const offered = items.isFresh[item] ? Math.min(m, (most?.[item] ?? Infinity) * days) : m;
			each(itemWorth[at] ?? 0, offered * (items.seconds[at] ?? 0), item, -1, 0);
		}
		for (let u = 0; u < v; u++) {
			const gap = (course.gapOf[u * nodes + v] ?? 0) * COLUMNS;
			const from = (u * nodes + v) * CELLS;
			for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
				if (column === COLUMNS) column = 0;
				const m = mass[u * CELLS + cell] ?? 0;
				if (m < LEAST_MASS) continue;
				each(worth[from + cell] ?? 0, m * (table.seconds[gap + column] ?? 0), -1, u, cell);
			}
		}
	}

	/** Studies the shares that were accepted; gives the seconds it takes. */
	function study(stand: Stand, v: number, share: (index: number) => number): number {
		const {
			group: { items },
			left,
			mass,
		} = stand;
		let taken = 0;
		eachOffer(stand, v, (index, offered, item, u, cell) => {
			const seconds = offered * share(index);
			if (seconds === 0) return;
			taken += seconds;
			if (u < 0) {
				const at = item * nodes + v;
				const m = seconds / (items.seconds[at] ?? 1);
				left[item] = (left[item] ?? 0) - m;
				flow.late += m * (items.late[at] ?? 0);
				const chance = items.chance[at] ?? 0;
				addAt(mass, v * CELLS, items.passed, at, m * chance);
				addAt(mass, v * CELLS, items.lapsed, at, m * (1 - chance));
				const count = items.isFresh[item] ? flow.fresh : flow.reviews;
				count[v] = (count[v] ?? 0) + m;
				return;
			}
			const gap = course.gapOf[u * nodes + v] ?? 0;
			const at = gap * COLUMNS + (cell % COLUMNS);
			const m = seconds / (table.seconds[at] ?? 1);
			mass[u * CELLS + cell] = (mass[u * CELLS + cell] ?? 0) - m;
			const recall = table.recall[at] ?? 0;
			addAt(mass, v * CELLS, table.passed, gap * CELLS + cell, m * recall);
			addAt(mass, v * CELLS, table.lapsed, gap * CELLS + cell, m * (1 - recall));
			flow.reviews[v] = (flow.reviews[v] ?? 0) + m;
		});
		return taken;
	}

	/** Adds up what would be recalled just after the day's study, and in a room that opens on it. */
	function addRecall({ group, left, mass }: Stand, v: number): void {
		const { items, goals, ends } = group;
		for (const [place, goal] of goals.entries()) {
			const end = ends[place] ?? 0;
			if (end < v) continue;
			const inRoom = end === v;
			let sum = 0;
			for (let item = 0; item < items.count; item++)
				sum +=
					(left[item] ?? 0) *
					((inRoom
						? items.recallInRoom[place * items.count + item]
						: items.recall[item * nodes + v]) ?? 0);
			for (let u = 0; u <= v; u++) {
				const gap = (course.gapOf[u * nodes + v] ?? 0) * COLUMNS;
				const room = (place * nodes + u) * COLUMNS;
				for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
					if (column === COLUMNS) column = 0;
					const m = mass[u * CELLS + cell] ?? 0;
					if (m !== 0)
						sum +=
							m * ((inRoom ? group.recallInRoom[room + column] : table.recall[gap + column]) ?? 0);
				}
			}
			flow.recalled[goal * nodes + v] = (flow.recalled[goal * nodes + v] ?? 0) + sum;
		}
	}
}
