import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';
import type { Histories } from './histories.ts';
import { HistoryGradient } from './history-gradient.ts';
import { ModelStep } from './model-step.ts';
import { parameterRanges } from './parameter-range.ts';

const ratings = fc.constantFrom<Rating[]>(1, 2, 3, 4);
const reviews = fc.array(
	fc.record({
		rating: ratings,
		gap: fc.oneof(
			fc.constant(0),
			fc.integer({ min: 1, max: 30 }),
			fc.integer({ min: 1, max: 900 }),
		),
		weight: fc.constantFrom(0, 0.25, 1),
	}),
	{ minLength: 1, maxLength: 20 },
);
/** Anywhere within the ranges, initial stabilities spread over their magnitudes. */
const parameterSets = fc
	.tuple(...parameterRanges.map(() => fc.double({ min: 0.02, max: 0.98, noNaN: true })))
	.map((places) =>
		parameterRanges.map(({ lowest, highest }, index) => {
			const place = places[index] ?? 0.5;
			return index < 4 ? lowest * (highest / lowest) ** place : lowest + place * (highest - lowest);
		}),
	);

function historiesOf(first: number, rest: readonly { rating: number; gap: number }[]): Histories {
	return {
		starts: Int32Array.of(0, rest.length + 1),
		ratings: Uint8Array.of(first, ...rest.map(({ rating }) => rating)),
		gaps: Float64Array.of(0, ...rest.map(({ gap }) => gap)),
		times: Float64Array.from([0, ...rest].keys()),
	};
}

test('memory and recall are those of the model that schedules', () => {
	fc.assert(
		fc.property(parameterSets, ratings, reviews, (parameters, first, rest) => {
			const model = createMemoryModel(parameters);
			const step = new ModelStep(model.parameters);
			let memory: Memory = model.next(null, 0, first);
			step.start(first);
			for (const { rating, gap } of rest) {
				const recall = model.retrievability(memory, gap);
				expect(step.retrievability(gap)).toBeCloseTo(recall, 6);
				memory = model.next(memory, gap, rating);
				step.next(gap, rating, step.retrievability(gap));
				expect(step.difficulty).toBeCloseTo(memory.difficulty, 5);
				expect(Math.abs(step.stability / memory.stability - 1)).toBeLessThan(2e-4);
				step.stability = memory.stability;
				step.difficulty = memory.difficulty;
			}
		}),
		{ numRuns: 2000 },
	);
});

test('the loss is minus the logarithm of what was predicted for what happened', () => {
	fc.assert(
		fc.property(parameterSets, ratings, reviews, (parameters, first, rest) => {
			const step = new ModelStep(parameters);
			step.start(first);
			let loss = 0;
			for (const { rating, gap, weight } of rest) {
				const recall = step.retrievability(gap);
				if (gap > 0) loss -= weight * Math.log(rating > 1 ? recall : 1 - recall);
				step.next(gap, rating, recall);
			}
			const log = historiesOf(first, rest);
			const weights = Float64Array.of(0, ...rest.map(({ weight, gap }) => (gap > 0 ? weight : 0)));
			const model = new HistoryGradient(log, weights);
			model.begin(Float64Array.from(parameters));
			const found = model.lossOf(0, rest.length + 1);
			expect(Math.abs(found - loss)).toBeLessThanOrEqual(1e-6 * Math.max(1, loss));
		}),
		{ numRuns: 2000 },
	);
});

test('the gradient is that of finite differences', () => {
	let compared = 0;
	let largest = 0;
	const touched = new Set<number>();
	fc.assert(
		fc.property(parameterSets, ratings, reviews, (parameters, first, rest) => {
			const log = historiesOf(first, rest);
			const weights = Float64Array.of(0, ...rest.map(({ weight, gap }) => (gap > 0 ? weight : 0)));
			const model = new HistoryGradient(log, weights);
			const lossAt = (w: readonly number[]) => {
				model.begin(Float64Array.from(w));
				return model.lossOf(0, rest.length + 1);
			};
			model.begin(Float64Array.from(parameters));
			model.addGradient(0, rest.length + 1);
			const gradient = [...model.gradient];
			for (const [index, value] of parameters.entries()) {
				const slope = gradient[index] ?? NaN;
				const h = 1e-5 * Math.max(value, 1e-2);
				const difference = (by: number) =>
					(lossAt(parameters.with(index, value + by)) -
						lossAt(parameters.with(index, value - by))) /
					(2 * by);
				const [wide, narrow] = [difference(h), difference(h / 2)];
				const scale = Math.max(1, Math.abs(slope), Math.abs(narrow));
				// Where a bound is crossed within the step there is no slope to compare with.
				if (Math.abs(wide - narrow) > 1e-5 * scale) continue;
				compared++;
				if (Math.abs(slope) > 1e-6) touched.add(index);
				largest = Math.max(largest, Math.abs(slope - narrow) / scale);
				expect(Math.abs(slope - narrow) / scale).toBeLessThan(1e-4);
			}
		}),
		{ numRuns: 1500 },
	);
	expect(compared).toBeGreaterThan(25_000);
	expect(touched.size).toBe(parameterRanges.length);
});
