/**
 * The grid over memory states on which values are known: `COLUMNS` stabilities, evenly spaced in their logarithm, in
 * each of `ROWS` difficulties. Cell = row × COLUMNS + column. A state between cells is shared among the four around it.
 */
export interface StateGrid {
	/** Days, for each column. */
	readonly stabilities: Float64Array;
	readonly difficulties: Float64Array;
	/** A stability's place among the columns, with its fraction; never quite the last one. */
	column(stability: number): number;
	row(difficulty: number): number;
}

export const COLUMNS = 36;
export const ROWS = 6;
export const CELLS = ROWS * COLUMNS;

/** Days: below it a card is as good as forgotten by the next day. */
const SHORTEST = 0.02;

/** @param horizonDays the last day of the plan; stabilities far beyond it are all as good */
export function stateGrid(horizonDays: number): StateGrid {
	const longest = Math.max(365, 40 * horizonDays);
	const step = Math.log(longest / SHORTEST) / (COLUMNS - 1);
	return {
		stabilities: Float64Array.from({ length: COLUMNS }, (_, i) => SHORTEST * Math.exp(i * step)),
		difficulties: Float64Array.from({ length: ROWS }, (_, i) => 1 + (9 * i) / (ROWS - 1)),
		column: (stability) => within(Math.log(stability / SHORTEST) / step, COLUMNS),
		row: (difficulty) => within(((difficulty - 1) * (ROWS - 1)) / 9, ROWS),
	};
}

function within(place: number, length: number): number {
	return Math.min(Math.max(place, 0), length - 1 - 1e-9);
}
