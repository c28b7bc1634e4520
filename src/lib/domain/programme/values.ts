import type { Course } from './course.ts';
import type { Group } from './group.ts';
import { CELLS, COLUMNS } from './state-grid.ts';
import { valueAt, type Transitions } from './transitions.ts';

/** What states are worth at given prices: expected recall in the rooms ahead, less the price of the time it takes. */
export interface Values {
	/** Of a state just after study at a node. Index: node × CELLS + cell. */
	readonly after: Float64Array;
	/**
	 * What a second of study at v, not since u, gains over waiting beyond v; its own price apart. Below 0 where there is no
	 * study. Index: (u × nodes + v) × CELLS + cell, for v > u.
	 */
	readonly worth: Float64Array;
	/** Of each item today. */
	readonly items: Float64Array;
	/** As `worth`, for items. Index: item × nodes + node. */
	readonly itemWorth: Float64Array;
}

export function emptyValues(nodes: number, items: number): Values {
	return {
		after: new Float64Array(nodes * CELLS),
		worth: new Float64Array(nodes * nodes * CELLS).fill(-1),
		items: new Float64Array(items),
		itemWorth: new Float64Array(items * nodes).fill(-1),
	};
}

/** One pass of the dynamic programme, node by node from the last one back. */
export interface Backwards {
	/** Writes what study at a node is worth, once all later nodes are settled. */
	offer(v: number): void;
	/** Lets states choose between study at a node, at its price, and waiting. */
	settle(v: number, price: number): void;
}

/**
 * The finite-horizon dynamic programme over one card's stability and difficulty, from its last audition backwards:
 * after each study, the best next day of study or none.
 *
 * @param values where the result is written
 */
export function backwards(
	group: Group,
	course: Course,
	table: Transitions,
	values: Values,
): Backwards {
	const { items, ends, last } = group;
	const nodes = course.days.length;
	const { after, worth, itemWorth } = values;
	// What states last studied at each node come to when they wait beyond the present one; filled from the end back.
	for (let u = 0; u < nodes; u++)
		for (let cell = 0; cell < CELLS; cell++)
			after[u * CELLS + cell] = recallBetween(group, nodes, u, last + 1, cell % COLUMNS);
	for (let item = 0; item < items.count; item++) values.items[item] = itemRecall(last + 1, item);
	let reached = last + 1;
	const before = new Float64Array(nodes * COLUMNS);
	return { offer, settle };

	function offer(v: number): void {
		if (ends.some((end) => end >= v && end < reached)) {
			reached = v;
			for (let u = 0; u < nodes; u++)
				for (let column = 0; column < COLUMNS; column++)
					before[u * COLUMNS + column] = recallBetween(group, nodes, u, v, column);
		}
		for (let u = 0; u < v; u++) {
			const gap = course.gapOf[u * nodes + v] ?? 0;
			const from = (u * nodes + v) * CELLS;
			for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
				if (column === COLUMNS) column = 0;
				const recall = table.recall[gap * COLUMNS + column] ?? 0;
				const place = gap * CELLS + cell;
				const studied =
					(before[u * COLUMNS + column] ?? 0) +
					recall * valueAt(after, v * CELLS, table.passed, place) +
					(1 - recall) * valueAt(after, v * CELLS, table.lapsed, place);
				worth[from + cell] =
					(studied - (after[u * CELLS + cell] ?? 0)) / (table.seconds[gap * COLUMNS + column] ?? 1);
			}
		}
		for (let item = 0; item < items.count; item++) {
			const at = item * nodes + v;
			if (v < (items.from[item] ?? 0)) continue;
			const chance = items.chance[at] ?? 0;
			const studied =
				itemRecall(v, item) -
				(items.late[at] ?? 0) +
				chance * valueAt(after, v * CELLS, items.passed, at) +
				(1 - chance) * valueAt(after, v * CELLS, items.lapsed, at);
			itemWorth[at] = (studied - (values.items[item] ?? 0)) / (items.seconds[at] ?? 1);
		}
	}

	function settle(v: number, price: number): void {
		for (let u = 0; u < v; u++) {
			const gap = course.gapOf[u * nodes + v] ?? 0;
			const from = (u * nodes + v) * CELLS;
			for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
				if (column === COLUMNS) column = 0;
				const gain = (worth[from + cell] ?? 0) - price;
				if (gain > 0)
					after[u * CELLS + cell] =
						(after[u * CELLS + cell] ?? 0) + gain * (table.seconds[gap * COLUMNS + column] ?? 0);
			}
		}
		for (let item = 0; item < items.count; item++) {
			const at = item * nodes + v;
			const gain = (itemWorth[at] ?? 0) - price;
			if (gain > 0)
				values.items[item] = (values.items[item] ?? 0) + gain * (items.seconds[at] ?? 0);
		}
	}

	/** Recall of an untouched item, summed over the auditions before node v. */
	function itemRecall(v: number, item: number): number {
		return ends.reduce(
			(sum, end, goal) =>
				end < v ? sum + (items.recallInRoom[goal * items.count + item] ?? 0) : sum,
			0,
		);
	}
}

/** Recall summed over the auditions from node u to before node v, for cards studied at u and not again until then. */
function recallBetween(
	{ ends, recallInRoom }: Group,
	nodes: number,
	u: number,
	v: number,
	column: number,
): number {
	let sum = 0;
	for (let goal = 0; goal < ends.length; goal++) {
		const end = ends[goal] ?? 0;
		if (end >= u && end < v) sum += recallInRoom[(goal * nodes + u) * COLUMNS + column] ?? 0;
	}
	return sum;
}
