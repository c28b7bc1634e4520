import { expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { createFastMemory } from './fast-memory.ts';
import { defaultStudySeconds } from './plan-input.ts';
import { CELLS, COLUMNS, stateGrid } from './state-grid.ts';
import { remembered } from './study-outcome.ts';
import { addAt, places, setPlace, transitions, valueAt } from './transitions.ts';

const memory = createFastMemory(defaultParameters);
const grid = stateGrid(30);

test('a cell of the grid is its own place, and what lies outside is at the edge', () => {
	expect(grid.column(grid.stabilities[7] ?? 0)).toBeCloseTo(7, 9);
	expect(grid.row(grid.difficulties[3] ?? 0)).toBeCloseTo(3, 9);
	expect(grid.column(1e-9)).toBe(0);
	expect(grid.column(1e9)).toBeLessThan(COLUMNS - 1);
	expect(Math.ceil(grid.column(1e9))).toBe(COLUMNS - 1);
});

test('a value between cells lies between theirs, and is exact where values are even', () => {
	const values = Float64Array.from({ length: CELLS }, (_, cell) => (cell % COLUMNS) * 2 + 1);
	const place = places(1);
	const stability = Math.sqrt((grid.stabilities[4] ?? 0) * (grid.stabilities[5] ?? 0));
	setPlace(place, 0, grid, { stability, difficulty: 4.2 });
	expect(valueAt(values, 0, place, 0)).toBeCloseTo(2 * 4.5 + 1, 5);
});

test('a mass shared among cells is still the same mass, in the same place', () => {
	const masses = new Float64Array(CELLS);
	const place = places(1);
	setPlace(place, 0, grid, { stability: 3.3, difficulty: 6.6 });
	addAt(masses, 0, place, 0, 2);
	expect(masses.reduce((a, b) => a + b)).toBeCloseTo(2, 6);
	const middle = masses.reduce((sum, mass, cell) => sum + mass * (cell % COLUMNS), 0) / 2;
	expect(middle).toBeCloseTo(grid.column(3.3), 5);
});

test('transitions tell recall, time and the state after study as the memory model does', () => {
	const table = transitions(memory, grid, defaultStudySeconds, [0, 5]);
	const s = grid.stabilities[20] ?? 0;
	const recall = memory.retrievability(s, 5);
	expect(table.recall[COLUMNS + 20]).toBeCloseTo(recall, 12);
	expect(table.seconds[COLUMNS + 20]).toBeCloseTo(8 * recall + 20 * (1 - recall), 9);
	const after = remembered(memory, s, grid.difficulties[2] ?? 0, recall);
	const columns = Float64Array.from({ length: CELLS }, (_, cell) => cell % COLUMNS);
	const at = CELLS + 2 * COLUMNS + 20;
	expect(valueAt(columns, 0, table.passed, at)).toBeCloseTo(grid.column(after.stability), 4);
	expect(valueAt(columns, 0, table.lapsed, at)).toBeLessThan(20);
});
