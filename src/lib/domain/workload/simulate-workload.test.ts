import { expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultStudySeconds } from '#lib/domain/programme/plan-input.ts';
import { isValidSetting } from '#lib/domain/settings/is-valid-setting.ts';
import { noCounts } from '#lib/domain/statistics/counts.ts';
import { measured } from './measured.ts';
import { retentions, simulateWorkload } from './simulate-workload.ts';
import { usualShares, type DeckLoad, type WorkloadInput } from './workload-input.ts';

function deck(known: number, fresh: number, limits: Partial<DeckLoad> = {}): DeckLoad {
	return { known, fresh, newPerDay: 10, reviewsPerDay: 10_000, ...limits };
}

const input: WorkloadInput = {
	parameters: defaultParameters,
	stability: Float64Array.of(5, 40, 200),
	difficulty: Float64Array.of(6, 5, 4),
	elapsed: Float64Array.of(2, 30, 10),
	dueIn: Float64Array.of(3, -4, 150),
	decks: [deck(3, 96)],
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

test('every retention that can be set to the hundredth is among those lived through', () => {
	const all = Array.from({ length: 101 }, (_, index) => index / 100);
	expect(retentions).toEqual(all.filter((each) => isValidSetting('desiredRetention', each)));
});

test('a large collection at a large limit is so many small ones', () => {
	const of = (load: DeckLoad) => simulateWorkload({ ...input, decks: [load] }, [0.9]);
	const [large] = of(deck(0, 9600, { newPerDay: 1000 }));
	const [small] = of(deck(0, 96));
	const ratio = (large?.cardsPerDay ?? 0) / (small?.cardsPerDay ?? 1);
	expect(ratio).toBeGreaterThan(90);
	expect(ratio).toBeLessThan(110);
});

test('new cards beyond what a year brings are left out, and no cards cost nothing', () => {
	const of = (load: DeckLoad) => simulateWorkload({ ...input, decks: [load] }, [0.9]);
	expect(of(deck(0, 5000, { newPerDay: 1 }))).toEqual(of(deck(0, 365, { newPerDay: 1 })));
	expect(of(deck(0, 5000, { newPerDay: 0 }))).toEqual([
		{ retention: 0.9, cardsPerDay: 0, minutesPerDay: 0, remembered: 0, waiting: 0 },
	]);
});

test('no day has more reviews than the limit, and what it keeps waiting is told', () => {
	const at = (reviewsPerDay: number) => {
		const load = deck(0, 2000, { newPerDay: 10, reviewsPerDay });
		return simulateWorkload({ ...input, decks: [load] }, [0.7, 0.97]);
	};
	const [free, bound] = [at(10_000), at(20)];
	expect(free.map(({ waiting }) => waiting)).toEqual([0, 0]);
	// New cards are begun on the first 200 of the 365 days.
	const most = 20 + 2000 / 365 + 1e-9;
	expect(Math.max(...bound.map(({ cardsPerDay }) => cardsPerDay))).toBeLessThanOrEqual(most);
	expect(bound[1]?.remembered).toBeLessThan(free[1]?.remembered ?? NaN);
	expect(bound[1]?.waiting).toBeGreaterThan(bound[0]?.waiting ?? NaN);
	expect(bound[1]?.cardsPerDay).toBeLessThan(free[1]?.cardsPerDay ?? NaN);
	expect(at(0)[0]?.cardsPerDay).toBeCloseTo(2000 / 365, 6);
});

test('each deck has limits of its own', () => {
	const closed = deck(3, 0, { reviewsPerDay: 0 });
	const open = deck(0, 300);
	const [both] = simulateWorkload({ ...input, decks: [closed, open] }, [0.9]);
	const [alone] = simulateWorkload({ ...input, decks: [open] }, [0.9]);
	expect(both?.waiting).toBeGreaterThanOrEqual(2);
	expect(both?.cardsPerDay).toBeCloseTo(alone?.cardsPerDay ?? NaN, 0);
	const [none] = simulateWorkload({ ...input, decks: [closed] }, [0.9]);
	expect(none).toMatchObject({ cardsPerDay: 0, waiting: 3 });
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
