import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { CalibrationCount } from './calibration.ts';
import { exampleReview } from './example-event.ts';

const model = createMemoryModel(defaultParameters);
const day = 20_000 as StudyDay;

const visits = fc.array(
	fc.record({ rating: fc.constantFrom<Rating>(1, 2, 3, 4), days: fc.constantFrom(0, 1, 2, 9, 40) }),
	{ minLength: 1, maxLength: 12 },
);

test('log loss and RMSE (bins) are what the definitions of srs-benchmark give', () => {
	fc.assert(
		fc.property(fc.array(visits, { minLength: 1, maxLength: 6 }), (cards) => {
			const count = new CalibrationCount(model);
			for (const each of cards) count.addCard(eventsOf(each));
			const { reviews, logLoss, rmseBins, bins } = count.calibration;
			const samples = cards.flatMap(samplesOf);
			expect(reviews).toBe(samples.length);
			expect(bins.reduce((sum, bin) => sum + bin.reviews, 0)).toBe(samples.length);
			if (samples.length === 0) return;
			const losses = samples.map(({ p, y }) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p)));
			expect(logLoss).toBeCloseTo(mean(losses), 9);
			const groups = new Map<string, typeof samples>();
			for (const sample of samples) {
				const { t, i, lapses } = sample;
				const lapse = lapses === 0 ? 'none' : logBin(lapses, 1.73);
				const key = [logBin(t, 3.62), logBin(i, 1.89), lapse].join();
				groups.set(key, [...(groups.get(key) ?? []), sample]);
			}
			const squares = [...groups.values()].map(
				(group) =>
					group.length * (mean(group.map(({ y }) => y)) - mean(group.map(({ p }) => p))) ** 2,
			);
			expect(rmseBins).toBeCloseTo(
				Math.sqrt(squares.reduce((a, b) => a + b, 0) / samples.length),
				9,
			);
		}),
		{ numRuns: 300 },
	);
});

test('reviews on the day of the one before change the memory, but are not predicted', () => {
	const count = new CalibrationCount(model);
	count.addCard(
		eventsOf([
			{ rating: 1, days: 0 },
			{ rating: 3, days: 0 },
			{ rating: 3, days: 0 },
		]),
	);
	expect(count.calibration).toMatchObject({ reviews: 0, logLoss: NaN, rmseBins: NaN });
});

test('a reset begins anew', () => {
	const [first, second] = eventsOf([
		{ rating: 3, days: 0 },
		{ rating: 3, days: 9 },
	]);
	if (!first || !second) throw new Error('There are two.');
	const count = new CalibrationCount(model);
	const { kind: _kind, ...place } = first;
	count.addCard([
		first,
		{ ...place, kind: 'reset', id: `${first.id} reset` as typeof first.id },
		second,
	]);
	expect(count.calibration.reviews).toBe(0);
});

function eventsOf(steps: readonly { rating: Rating; days: number }[]): ReviewEvent[] {
	let at = day;
	return steps.map(({ rating, days }, index) => {
		at = addDays(at, days);
		return exampleReview(index, { studyDay: at, rating });
	});
}

/** Written down a second time, from the definitions. */
function samplesOf(steps: readonly { rating: Rating; days: number }[]) {
	let memory: Memory | null = null;
	const predicted = [];
	for (const [index, { rating, days }] of steps.entries()) {
		if (memory && days > 0) {
			const before = steps.slice(1, index).filter((step) => step.days > 0);
			predicted.push({
				p: model.retrievability(memory, days),
				y: rating > 1 ? 1 : 0,
				t: days,
				i: before.length + 2,
				lapses: before.filter((step) => step.rating === 1).length,
			});
		}
		memory = model.next(memory, index === 0 ? 0 : days, rating);
	}
	return predicted;
}

function logBin(value: number, base: number): number {
	return Math.floor(Math.log(value) / Math.log(base));
}

function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
