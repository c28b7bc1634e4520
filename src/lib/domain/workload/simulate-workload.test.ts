import { expect, test } from 'vitest';
import { defaultStudySeconds } from '#lib/domain/audition/plan-input.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { noCounts } from '#lib/domain/statistics/counts.ts';
import { measured } from './measured.ts';
import { retentions, simulateWorkload } from './simulate-workload.ts';
import { usualShares, type WorkloadInput } from './workload-input.ts';

const input: WorkloadInput = {
	parameters: defaultParameters,
	stability: Float64Array.of(5, 40, 200),
	difficulty: Float64Array.of(6, 5, 4),
	elapsed: Float64Array.of(2, 30, 10),
	dueIn: Float64Array.of(3, -4, 150),
	fresh: 96,
	newPerDay: 10,
	maximumIntervalDays: 36_500,
	seconds: defaultStudySeconds,
	shares: usualShares,
	seed: 1,
};

test('to remember more takes more cards and minutes, and the same question gets the same answer', () => {
	const points = simulateWorkload(input);
	expect(points.map(({ retention }) => retention)).toEqual(retentions);
	expect(simulateWorkload(input)).toEqual(points);
	const at = (retention: number) => points.find((point) => point.retention === retention);
	const [low, middle, high] = [at(0.7), at(0.85), at(0.97)];
	if (!low || !middle || !high) throw new Error('These are among the retentions.');
	expect(low.cardsPerDay).toBeLessThan(middle.cardsPerDay);
	expect(middle.cardsPerDay).toBeLessThan(high.cardsPerDay);
	expect(high.minutesPerDay).toBeGreaterThan(2 * low.minutesPerDay);
	expect(low.remembered).toBeLessThan(middle.remembered);
	expect(middle.remembered).toBeLessThan(high.remembered);
	expect(high.remembered).toBeLessThanOrEqual(1);
	for (const { retention, remembered } of points) {
		expect(remembered).toBeGreaterThan(retention - 0.02);
	}
});

test('a large collection at a large limit is so many small ones', () => {
	const many = { ...input, stability: new Float64Array(), fresh: 9600, newPerDay: 1000 };
	const [large] = simulateWorkload(many, [0.9]);
	const [small] = simulateWorkload({ ...many, fresh: 96, newPerDay: 10 }, [0.9]);
	const ratio = (large?.cardsPerDay ?? 0) / (small?.cardsPerDay ?? 1);
	expect(ratio).toBeGreaterThan(90);
	expect(ratio).toBeLessThan(110);
});

test('new cards beyond what a year brings are left out, and no cards cost nothing', () => {
	const one = { ...input, stability: new Float64Array(), fresh: 5000, newPerDay: 1 };
	expect(simulateWorkload(one, [0.9])).toEqual(simulateWorkload({ ...one, fresh: 365 }, [0.9]));
	expect(simulateWorkload({ ...one, newPerDay: 0 }, [0.9])).toEqual([
		{ retention: 0.9, cardsPerDay: 0, minutesPerDay: 0, remembered: 0 },
	]);
});

test('seconds and buttons are measured where there are enough answers, else usual', () => {
	expect(measured([])).toEqual({
		seconds: defaultStudySeconds,
		shares: usualShares,
		isOwn: false,
	});
	const day = {
		...noCounts,
		introduced: 30,
		introducedMs: 300_000,
		reviews: 50,
		reviewsMs: 250_000,
		remembered: 40,
		forgotten: 10,
		durationMs: 750_000,
		youngHard: 10,
		matureGood: 20,
		matureEasy: 10,
	};
	expect(measured([day, noCounts])).toEqual({
		isOwn: true,
		seconds: { fresh: 15, remembered: 5, forgotten: 10 },
		shares: { first: usualShares.first, passed: [0.25, 0.5, 0.25] },
	});
});
