import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { fuzzRange, nearestDay, seededFuzz } from './fuzz.ts';

const card = (n: number) => cardId(noteId(`note-${n}`), 'answer');

test.each([
	[1, 1, 1],
	[2.4, 2, 2],
	[2.5, 2, 4],
	[5, 4, 6],
	[7, 5, 9],
	[10, 8, 12],
	[20, 17, 23],
	[100, 93, 107],
	[365, 345, 385],
])('%d days become %d to %d, as in Anki', (ideal, lowest, highest) => {
	expect(fuzzRange(ideal, 1, 36_500)).toEqual([lowest, highest]);
});

test('the bounds hold, and where they cross the maximum does', () => {
	expect(fuzzRange(100, 1, 100)).toEqual([93, 100]);
	expect(fuzzRange(100, 105, 36_500)).toEqual([105, 112]);
	expect(fuzzRange(1, 50, 36_500)).toEqual([50, 54]);
	expect(fuzzRange(5, 3, 3)).toEqual([3, 3]);
	expect(fuzzRange(5, 31, 30)).toEqual([30, 30]);
	expect(nearestDay(5, 31, 30)).toBe(30);
});

test('what is chosen is a whole day within the range and the bounds', () => {
	const days = fc.double({ min: 0.01, max: 40_000, noNaN: true });
	const bounds = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }));
	fc.assert(
		fc.property(fc.nat(), fc.nat(500), days, bounds, (n, reps, ideal, [minimum, room]) => {
			const maximum = minimum + room;
			const chosen = seededFuzz(card(n), reps)(ideal, minimum, maximum);
			const [lowest, highest] = fuzzRange(ideal, minimum, maximum);
			expect(Number.isInteger(chosen)).toBe(true);
			expect(chosen).toBeGreaterThanOrEqual(Math.max(minimum, lowest));
			expect(chosen).toBeLessThanOrEqual(Math.min(maximum, highest));
			expect(nearestDay(ideal, minimum, maximum)).toBeGreaterThanOrEqual(lowest);
			expect(nearestDay(ideal, minimum, maximum)).toBeLessThanOrEqual(highest);
		}),
		{ numRuns: 2000 },
	);
});

test('one card with one review count is always given the same day', () => {
	expect(seededFuzz(card(1), 5)(100, 1, 36_500)).toBe(seededFuzz(card(1), 5)(100, 1, 36_500));
});

test('a new version of the app gives the days that the first one gave', () => {
	const days = [0, 1, 2, 3, 4].map((n) => seededFuzz(card(n), n)(1000, 1, 36_500));
	expect(days).toEqual([1026, 1012, 1019, 961, 994]);
});

test('a longer ideal interval never gets fewer days from the same card', () => {
	const days = fc.double({ min: 0.1, max: 3000, noNaN: true });
	fc.assert(
		fc.property(fc.nat(), days, days, (n, a, b) => {
			const spread = seededFuzz(card(n), 3);
			expect(spread(Math.min(a, b), 1, 36_500)).toBeLessThanOrEqual(
				spread(Math.max(a, b), 1, 36_500),
			);
		}),
	);
});

test('cards and review counts spread evenly over the range', () => {
	const counts = new Map<number, number>();
	for (let n = 0; n < 15_000; n++) {
		const day = seededFuzz(card(n % 500), Math.floor(n / 500))(100, 1, 36_500);
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	expect(counts.size).toBe(15);
	for (const count of counts.values()) {
		expect(count).toBeGreaterThan(800);
		expect(count).toBeLessThan(1200);
	}
});
