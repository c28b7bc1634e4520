import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillDay, type Offer } from './fill-day.ts';

const offer = fc.record({
	seconds: fc.integer({ min: 50, max: 400 }).map((tenths) => tenths / 10),
	worth: fc.double({ min: 0.001, max: 1, noNaN: true }),
});
const gainOf = (offers: readonly Offer[]) =>
	offers.reduce((sum, { seconds, worth }) => sum + seconds * worth, 0);
const timeOf = (offers: readonly Offer[]) => offers.reduce((sum, { seconds }) => sum + seconds, 0);

test('a short day is filled so that nothing gains more in it', () => {
	const offers = [
		{ seconds: 30, worth: 1 },
		{ seconds: 20, worth: 0.9 },
		{ seconds: 20, worth: 0.8 },
	];
	expect(fillDay(offers, 40)).toEqual(offers.slice(1));
	fc.assert(
		fc.property(
			fc.array(offer, { maxLength: 8 }),
			fc.integer({ min: 0, max: 120 }),
			(all, time) => {
				let most = 0;
				for (let chosen = 0; chosen < 2 ** all.length; chosen++) {
					const some = all.filter((_, index) => (chosen >> index) % 2 === 1);
					if (timeOf(some) <= time + 1e-9) most = Math.max(most, gainOf(some));
				}
				expect(gainOf(fillDay(all, time))).toBeCloseTo(most, 9);
			},
		),
	);
});

test('a long day keeps to its time, takes each offer once, and the best first', () => {
	fc.assert(
		fc.property(
			fc.array(offer, { maxLength: 60 }),
			fc.integer({ min: 0, max: 1500 }),
			(all, time) => {
				const filled = fillDay(all, time);
				expect(timeOf(filled)).toBeLessThanOrEqual(time);
				expect(new Set(filled).size).toBe(filled.length);
				const worths = filled.map(({ worth }) => worth);
				expect(worths).toEqual([...worths].sort((a, b) => b - a));
				const left = all.filter((each) => !filled.includes(each));
				for (const { seconds } of left) expect(seconds).toBeGreaterThan(time - timeOf(filled));
			},
		),
	);
});

test('what must come is taken before all else, and nothing where there is no time', () => {
	const must = { seconds: 8, worth: Infinity };
	const good = { seconds: 8, worth: 1 };
	expect(fillDay([good, must], 10)).toEqual([must]);
	expect(fillDay([good, must], 7)).toEqual([]);
});

test('there is time without end for all there is', () => {
	const offers = Array.from({ length: 50 }, () => ({ seconds: 30, worth: 0.5 }));
	expect(fillDay(offers, Infinity)).toHaveLength(50);
});
