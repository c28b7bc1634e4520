import type { Course } from './course.ts';
import type { Group } from './group.ts';
import { CELLS, COLUMNS } from './state-grid.ts';
import { valueAt, type Transitions } from './transitions.ts';

/** What states are worth at given prices: expected recall in the rooms ahead, less the price of the time it takes. */
export interface Values {
	/** Of a state just after study at a node. Index: node × CELLS + cell. */
	readonly after: Float64Array;
	/**
	 * What study at v, not since u, is worth more than to wait beyond v. Index: (u × nodes + v) × CELLS + cell, for v > u.
	 */
	readonly gain: Float64Array;
	/** Of each item today. */
	readonly items: Float64Array;
	/** As `gain`, for items. Index: item × nodes + node. */
	readonly itemGain: Float64Array;
}

export function emptyValues(nodes: number, items: number): Values {
	return {
		after: new Float64Array(nodes * CELLS),
		gain: new Float64Array(nodes * nodes * CELLS),
		items: new Float64Array(items),
		itemGain: new Float64Array(items * nodes),
	};
}

/**
 * The finite-horizon dynamic programme over one card's stability and difficulty, from its last audition backwards:
 * after each study, the best next day of study or none.
 *
 * @param prices of a second at each node, in cards remembered; infinite where there is no study
 * @param values where the result is written
 */
export function computeValues(
	group: Group,
	course: Course,
	table: Transitions,
	prices: Float64Array,
	values: Values,
): void {
	const nodes = course.days.length;
	const best = new Float64Array(CELLS);
	const before = new Float64Array(COLUMNS);
	for (let u = group.last; u >= 0; u--) {
		recallBetween(group, nodes, u, group.last + 1, before);
		for (let cell = 0; cell < CELLS; cell++) best[cell] = before[cell % COLUMNS] ?? 0;
		let reached = group.last + 1;
		for (let v = group.last; v > u; v--) {
			if (group.ends.some((end) => end >= v && end < reached)) {
				recallBetween(group, nodes, u, v, before);
				reached = v;
			}
			const price = prices[v] ?? Infinity;
			const from = (u * nodes + v) * CELLS;
			if (price === Infinity) {
				values.gain.fill(-1, from, from + CELLS);
				continue;
			}
			const gap = course.gapOf[u * nodes + v] ?? 0;
			for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
				if (column === COLUMNS) column = 0;
				const recall = table.recall[gap * COLUMNS + column] ?? 0;
				const place = gap * CELLS + cell;
				const studied =
					(before[column] ?? 0) -
					price * (table.seconds[gap * COLUMNS + column] ?? 0) +
					recall * valueAt(values.after, v * CELLS, table.passed, place) +
					(1 - recall) * valueAt(values.after, v * CELLS, table.lapsed, place);
				const waits = best[cell] ?? 0;
				values.gain[from + cell] = studied - waits;
				if (studied > waits) best[cell] = studied;
			}
		}
		values.after.set(best, u * CELLS);
	}
	computeItems(group, nodes, prices, values);
}

function computeItems(
	{ items, goals, ends, last }: Group,
	nodes: number,
	prices: Float64Array,
	values: Values,
): void {
	for (let item = 0; item < items.count; item++) {
		const left = (v: number) =>
			goals.reduce(
				(sum, _, g) =>
					(ends[g] ?? 0) < v ? sum + (items.recallInRoom[g * items.count + item] ?? 0) : sum,
				0,
			);
		let best = left(last + 1);
		for (let v = last; v >= 0; v--) {
			const index = item * nodes + v;
			const price = prices[v] ?? Infinity;
			if (price === Infinity || v < (items.from[item] ?? 0)) {
				values.itemGain[index] = -1;
				continue;
			}
			const chance = items.chance[index] ?? 0;
			const studied =
				left(v) -
				price * (items.seconds[index] ?? 0) -
				(items.late[index] ?? 0) +
				chance * valueAt(values.after, v * CELLS, items.passed, index) +
				(1 - chance) * valueAt(values.after, v * CELLS, items.lapsed, index);
			values.itemGain[index] = studied - best;
			if (studied > best) best = studied;
		}
		values.items[item] = best;
	}
}

/** Recall summed over the auditions from node u to before node v, for cards studied at u and not again until then. */
function recallBetween(
	{ ends, recallInRoom }: Group,
	nodes: number,
	u: number,
	v: number,
	sum: Float64Array,
): void {
	sum.fill(0);
	for (const [goal, end] of ends.entries()) {
		if (end < u || end >= v) continue;
		const from = (goal * nodes + u) * COLUMNS;
		for (let column = 0; column < COLUMNS; column++)
			sum[column] = (sum[column] ?? 0) + (recallInRoom[from + column] ?? 0);
	}
}
