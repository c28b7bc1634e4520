import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from './fsrs.ts';

const model = createMemoryModel(defaultParameters);

test('ratings 1,3,3,3,3,3 after 0,0,1,3,8,21 days give the published memory', () => {
	const ratings: Rating[] = [1, 3, 3, 3, 3, 3];
	const elapsed = [0, 0, 1, 3, 8, 21];
	const memory = ratings.reduce<Memory | null>(
		(before, rating, index) => model.next(before, elapsed[index] ?? NaN, rating),
		null,
	);
	expect(memory?.stability).toBeCloseTo(53.62691, 4);
	expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
});

test('a stability of one day gives the published intervals for each retention', () => {
	const published = [3116766, 34793, 2508, 387, 90, 27, 9, 3, 1, 1];
	for (const [index, days] of published.entries()) {
		const interval = Math.max(1, Math.round(model.intervalDays(1, (index + 1) / 10)));
		// fsrs-rs counts in single precision, which makes a difference of three days in nine thousand years.
		expect(Math.abs(interval - days)).toBeLessThanOrEqual(Math.floor(days / 1e6));
	}
});

test('every next memory is what the formulas of FSRS-6 say', () => {
	fc.assert(
		fc.property(parameters, fc.option(memories), days, ratings, (w, before, elapsed, rating) => {
			const next = createMemoryModel(w).next(before, elapsed, rating);
			const expected = nextByFormula(w, before, elapsed, rating);
			expect(Math.abs(next.stability - expected.stability)).toBeLessThan(
				1e-7 + expected.stability * 1e-6,
			);
			expect(next.difficulty).toBeCloseTo(expected.difficulty, 6);
		}),
		{ numRuns: 5000 },
	);
});

test('retrievability and interval are what the formulas of FSRS-6 say, and each other’s inverse', () => {
	const retentions = fc.double({ min: 0.7, max: 0.99, noNaN: true });
	fc.assert(
		fc.property(parameters, memories, retentions, (w, memory, retention) => {
			const fitted = createMemoryModel(w);
			const interval = fitted.intervalDays(memory.stability, retention);
			expect(fitted.retrievability(memory, interval)).toBeCloseTo(retention, 5);
			expect(fitted.retrievability(memory, memory.stability)).toBeCloseTo(0.9, 5);
			expect(fitted.retrievability(memory, interval)).toBeCloseTo(
				recallByFormula(w, interval, memory.stability),
				5,
			);
		}),
	);
});

test('a better rating never leaves less stability nor more difficulty', () => {
	fc.assert(
		fc.property(memories, days, (before, elapsed) => {
			const after = ([1, 2, 3, 4] as const).map((rating) => model.next(before, elapsed, rating));
			for (const [index, memory] of after.slice(1).entries()) {
				expect(memory.stability).toBeGreaterThanOrEqual(after[index]?.stability ?? Infinity);
				expect(memory.difficulty).toBeLessThanOrEqual(after[index]?.difficulty ?? -Infinity);
			}
		}),
	);
});

test('a time that runs backwards counts as no time', () => {
	const memory = { stability: 10, difficulty: 5 };
	expect(model.next(memory, -5, 3)).toEqual(model.next(memory, 0, 3));
	expect(model.retrievability(memory, -5)).toBe(1);
});

test('memory from elsewhere is brought into range', () => {
	const next = model.next({ stability: 0, difficulty: 0 }, 3, 3);
	expect(next).toEqual(model.next({ stability: 0.001, difficulty: 1 }, 3, 3));
	expect(model.next({ stability: 1e9, difficulty: 99 }, 3, 3).stability).toBeLessThanOrEqual(
		36_500,
	);
});

test('a fitted first stability below a tenth of a day is kept', () => {
	const w = defaultParameters.with(0, 0.004);
	expect(createMemoryModel(w).next(null, 0, 1).stability).toBe(0.004);
	expect(createMemoryModel(w.with(0, 0)).next(null, 0, 1).stability).toBe(0.001);
});

test('parameters of FSRS 4.5 and 5 are converted, and those out of range are clipped', () => {
	const five = defaultParameters.slice(0, 19);
	expect(createMemoryModel(five).parameters).toHaveLength(21);
	expect(createMemoryModel(five).parameters[20]).toBe(0.5);
	expect(createMemoryModel(defaultParameters.slice(0, 17)).parameters).toHaveLength(21);
	expect(createMemoryModel(defaultParameters.with(20, 7)).parameters[20]).toBe(0.8);
	expect(createMemoryModel(defaultParameters).parameters).toEqual(defaultParameters);
});

test('parameters that are none are refused', () => {
	expect(() => createMemoryModel([])).toThrow('length');
	expect(() => createMemoryModel(defaultParameters.slice(1))).toThrow('length');
	expect(() => createMemoryModel(defaultParameters.with(3, NaN))).toThrow('NaN');
});

const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);
const days = fc.oneof(
	fc.constant(0),
	fc.integer({ min: 0, max: 30 }),
	fc.integer({ min: 0, max: 3000 }),
);
const memories = fc.record({
	stability: fc.double({ min: 0.01, max: 2000, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});

/** The default parameters, each moved by up to a tenth, which stays within the ranges. */
const parameters = fc
	.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 21, maxLength: 21 })
	.map((factors) =>
		createMemoryModel(defaultParameters.map((value, index) => value * (factors[index] ?? 1))),
	)
	.map(({ parameters }) => parameters);

/** The published formulas, written down a second time. */
function nextByFormula(
	w: readonly number[],
	before: Memory | null,
	t: number,
	rating: Rating,
): Memory {
	const p = (index: number) => w[index] ?? NaN;
	const firstDifficulty = (grade: number) => p(4) - Math.exp(p(5) * (grade - 1)) + 1;
	const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
	if (!before) {
		return { stability: p(rating - 1), difficulty: within(firstDifficulty(rating), 1, 10) };
	}
	const { stability: s, difficulty: d } = before;
	const damped = d - (p(6) * (rating - 3) * (10 - d)) / 9;
	const difficulty = within(p(7) * firstDifficulty(4) + (1 - p(7)) * damped, 1, 10);
	const r = recallByFormula(w, t, s);
	const grown = Math.exp(p(8)) * (11 - d) * s ** -p(9) * (Math.exp(p(10) * (1 - r)) - 1);
	const bonus = rating === 2 ? p(15) : rating === 4 ? p(16) : 1;
	const forgotten = p(11) * d ** -p(12) * ((s + 1) ** p(13) - 1) * Math.exp(p(14) * (1 - r));
	const sameDay = Math.exp(p(17) * (rating - 3 + p(18))) * s ** -p(19);
	const stability =
		t === 0
			? s * (rating >= 2 ? Math.max(1, sameDay) : sameDay)
			: rating === 1
				? Math.min(forgotten, s / Math.exp(p(17) * p(18)))
				: s * (1 + grown * bonus);
	return { stability: within(stability, 0.001, 36_500), difficulty };
}

function recallByFormula(w: readonly number[], t: number, s: number): number {
	const decay = w[20] ?? NaN;
	return (1 + ((0.9 ** (-1 / decay) - 1) * t) / s) ** -decay;
}
