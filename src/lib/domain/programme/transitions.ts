import type { FastMemory } from './fast-memory.ts';
import type { StudySeconds } from './plan-input.ts';
import { CELLS, COLUMNS, ROWS, type StateGrid } from './state-grid.ts';
import { forgotten, remembered, type StudyOutcome } from './study-outcome.ts';

/**
 * What a day's study does to each cell after each number of days without it. Indices: gap × CELLS + cell,
 * and gap × COLUMNS + column for what difficulty has no part in. Places are a cell and how far beyond it.
 */
export interface Transitions {
	/** Chance of recall after that many days. */
	readonly recall: Float64Array;
	/** Expected seconds. */
	readonly seconds: Float64Array;
	readonly passed: Places;
	readonly lapsed: Places;
}

/** A point among four cells: `cell`, its neighbours, and the shares of the next column and row. */
export interface Places {
	readonly cell: Int32Array;
	readonly column: Float32Array;
	readonly row: Float32Array;
}

/** @param gaps the numbers of days that are asked for; the tables are in their order */
export function transitions(
	memory: FastMemory,
	grid: StateGrid,
	seconds: StudySeconds,
	gaps: readonly number[],
): Transitions {
	const size = gaps.length;
	const table: Transitions = {
		recall: new Float64Array(size * COLUMNS),
		seconds: new Float64Array(size * COLUMNS),
		passed: places(size * CELLS),
		lapsed: places(size * CELLS),
	};
	for (const [place, days] of gaps.entries()) {
		for (let column = 0; column < COLUMNS; column++) {
			const s = grid.stabilities[column] ?? 0;
			const recall = memory.retrievability(s, days);
			const at = place * COLUMNS + column;
			table.recall[at] = recall;
			table.seconds[at] = recall * seconds.remembered + (1 - recall) * seconds.forgotten;
			for (let row = 0; row < ROWS; row++) {
				const d = grid.difficulties[row] ?? 0;
				const index = place * CELLS + row * COLUMNS + column;
				setPlace(table.passed, index, grid, remembered(memory, s, d, recall));
				setPlace(table.lapsed, index, grid, forgotten(memory, s, d, recall));
			}
		}
	}
	return table;
}

export function places(length: number): Places {
	return {
		cell: new Int32Array(length),
		column: new Float32Array(length),
		row: new Float32Array(length),
	};
}

export function setPlace(
	places: Places,
	index: number,
	grid: StateGrid,
	{ stability, difficulty }: StudyOutcome,
): void {
	const column = grid.column(stability);
	const row = grid.row(difficulty);
	places.cell[index] = Math.floor(row) * COLUMNS + Math.floor(column);
	places.column[index] = column - Math.floor(column);
	places.row[index] = row - Math.floor(row);
}

/** The value between the cells around a place. `from`: where the values of the grid begin. */
export function valueAt(values: Float64Array, from: number, places: Places, index: number): number {
	const cell = from + (places.cell[index] ?? 0);
	const x = places.column[index] ?? 0;
	const y = places.row[index] ?? 0;
	const a = values[cell] ?? 0;
	const b = values[cell + 1] ?? 0;
	const c = values[cell + COLUMNS] ?? 0;
	const d = values[cell + COLUMNS + 1] ?? 0;
	const low = a + x * (b - a);
	return low + y * (c + x * (d - c) - low);
}

/** Shares a mass among the cells around a place. */
export function addAt(
	masses: Float64Array,
	from: number,
	places: Places,
	index: number,
	mass: number,
): void {
	const cell = from + (places.cell[index] ?? 0);
	const x = places.column[index] ?? 0;
	const y = places.row[index] ?? 0;
	const add = (at: number, share: number) => {
		masses[at] = (masses[at] ?? 0) + mass * share;
	};
	add(cell, (1 - x) * (1 - y));
	add(cell + 1, x * (1 - y));
	add(cell + COLUMNS, (1 - x) * y);
	add(cell + COLUMNS + 1, x * y);
}
