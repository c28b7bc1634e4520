import type { Course } from './course.ts';
import type { Group } from './group.ts';
import { CELLS, COLUMNS } from './state-grid.ts';
import type { Transitions } from './transitions.ts';
import type { Values } from './values.ts';

/** How many cards of a group come to each node not studied since an earlier one. */
export interface Standing {
	/** By last study and state. Index: (node of the last study × nodes + node) × CELLS + cell. */
	readonly cells: Float32Array;
	/** Cards that the plan has not touched. Index: item × nodes + node. */
	readonly items: Float64Array;
}

/** Below it, a share of a card is not worth following. */
export const LEAST_MASS = 1e-7;

export function emptyStanding(nodes: number, items: number): Standing {
	return {
		cells: new Float32Array(nodes * nodes * CELLS),
		items: new Float64Array(items * nodes),
	};
}

/** Calls `each` with what all that stand at a node would gain for a second of study, and the seconds it would take. */
export function eachStanding(
	{ items }: Group,
	{ worth, itemWorth }: Values,
	{ cells, items: untouched }: Standing,
	course: Course,
	table: Transitions,
	v: number,
	each: (worth: number, seconds: number) => void,
): void {
	const nodes = course.days.length;
	for (let item = 0; item < items.count; item++) {
		const at = item * nodes + v;
		const m = untouched[at] ?? 0;
		if (m >= LEAST_MASS && v >= (items.from[item] ?? 0))
			each(itemWorth[at] ?? 0, m * (items.seconds[at] ?? 0));
	}
	for (let u = 0; u < v; u++) {
		const gap = (course.gapOf[u * nodes + v] ?? 0) * COLUMNS;
		const from = (u * nodes + v) * CELLS;
		for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
			if (column === COLUMNS) column = 0;
			const m = cells[from + cell] ?? 0;
			if (m >= LEAST_MASS) each(worth[from + cell] ?? 0, m * (table.seconds[gap + column] ?? 0));
		}
	}
}
