import { expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { CardCount, FORECAST_DAYS } from './card-figures.ts';
import { dayBucket, dayBuckets } from './day-buckets.ts';

const DAY_MS = 86_400_000;
const now = 20_000 * DAY_MS;
const today = 20_000 as StudyDay;
const model = createMemoryModel(defaultParameters);

function review(interval: number, ago: number, more: Partial<Progress> = {}): Progress {
	const lastReviewedDay = addDays(today, -ago);
	return {
		...untouched,
		state: 'review',
		memory: { stability: interval, difficulty: 5.4 },
		lastReviewedDay,
		lastReviewedAt: now - ago * DAY_MS,
		due: { day: addDays(lastReviewedDay, interval) },
		...more,
	};
}

test('cards are counted by state, by their next date, and by what they hold', () => {
	const count = new CardCount(now, today, model);
	const learning = { state: 'learning', due: { at: now + 60_000 } } as const;
	for (const card of [
		untouched,
		review(20, 25),
		review(21, 0),
		review(400, 1),
		review(3, 1, learning),
		review(90, 3, { suspended: true }),
	]) {
		count.add(card);
	}
	const figures = count.figures;
	expect(figures).toMatchObject({
		fresh: 1,
		learning: 1,
		young: 1,
		mature: 2,
		suspended: 1,
		remembering: 4,
	});
	expect(figures.due.flatMap((cards, day) => (cards > 0 ? [[day, cards]] : []))).toEqual([
		[0, 2],
		[21, 1],
	]);
	expect(figures.due).toHaveLength(FORECAST_DAYS);
	expect(figures.difficulty).toEqual([0, 0, 0, 0, 4, 0, 0, 0, 0, 0]);
	expect(figures.intervals.reduce((sum, cards) => sum + cards, 0)).toBe(3);
	expect(figures.recalled).toBeGreaterThan(3);
	expect(figures.recalled).toBeLessThan(4);
});

test('every length of time is in the one bucket that begins before it and ends after it', () => {
	for (let days = 0; days < 1000; days += 0.5) {
		const bucket = dayBucket(days);
		expect(dayBuckets[bucket]).toBeLessThanOrEqual(days);
		expect(dayBuckets[bucket + 1] ?? Infinity).toBeGreaterThan(days);
	}
});
