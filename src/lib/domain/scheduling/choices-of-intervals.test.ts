import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import { defaultSettings } from '#lib/domain/settings/settings.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { choices } from './choices.ts';
import { daysOf, inReview, model, now, offer, scheduledCard, today } from './example-choices.ts';
import { nearestDay } from './fuzz.ts';

describe('intervals', () => {
	test('the published row of intervals comes out of our scheduler', () => {
		const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
		let state: Progress = untouched;
		let day = today;
		const intervals = ratings.map((rating) => {
			const moment = { ...now, studyDay: day };
			const card = scheduledCard(state);
			const outcome = choices(card, moment, defaultSettings, model, nearestDay)[rating];
			const days = 'days' in outcome.interval ? outcome.interval.days : 0;
			const elapsed = state.lastReviewedDay === null ? 0 : day - state.lastReviewedDay;
			state = {
				...state,
				state: outcome.state,
				stepsLeft: outcome.stepsLeft,
				memory: model.next(state.memory, elapsed, rating),
				due: days > 0 ? { day: addDays(day, days) } : { at: now.at },
				lastReviewedDay: day,
			};
			day = addDays(day, days);
			return days;
		});
		expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
	});

	test('a passed review of a card seen a moment ago still parts the ratings by a day', () => {
		const offered = offer(
			inReview({ memory: { stability: 0.5, difficulty: 9 }, lastReviewedDay: today }),
		);
		expect(daysOf(offered)).toEqual([null, 1, 2, 3]);
	});

	test('fuzz never brings a longer interval below the last one', () => {
		const hard = new Set<number | null | undefined>();
		for (let n = 0; n < 300; n++) {
			const progress = {
				memory: { stability: 10, difficulty: 10 },
				due: { day: addDays(today, 7) },
				lastReviewedDay: addDays(today, -3),
			};
			const offered = choices(inReview(progress, n), now, defaultSettings, model);
			hard.add(daysOf(offered)[1]);
		}
		expect(Math.min(...[...hard].map(Number))).toBe(11);
		expect(hard.size).toBeGreaterThan(1);
	});

	test('no interval exceeds the maximum, whatever ordering and fuzz would make of it', () => {
		for (let n = 0; n < 300; n++) {
			const from = inReview({ memory: { stability: 28, difficulty: 5 } }, n);
			const offered = choices(from, now, { ...defaultSettings, maximumIntervalDays: 30 }, model);
			for (const days of daysOf(offered).slice(1)) expect(days).toBeLessThanOrEqual(30);
		}
		const steady = inReview({ memory: { stability: 28, difficulty: 5 } });
		expect(daysOf(offer(steady, { maximumIntervalDays: 30 }))).toEqual([null, 30, 30, 30]);
	});

	test('Hard, Good and Easy of a review are in order, from a day to the maximum', () => {
		fc.assert(
			fc.property(reviewCards, fc.integer({ min: 1, max: 400 }), (from, maximum) => {
				const options = { ...defaultSettings, maximumIntervalDays: maximum };
				const [, hard = NaN, good = NaN, easy = NaN] = daysOf(choices(from, now, options, model));
				expect(hard).toBeGreaterThanOrEqual(1);
				expect(good).toBeGreaterThanOrEqual(Math.min(Number(hard) + 1, maximum));
				expect(easy).toBeGreaterThanOrEqual(Math.min(Number(good) + 1, maximum));
				expect(easy).toBeLessThanOrEqual(maximum);
			}),
			{ numRuns: 3000 },
		);
	});

	test('Easy takes a new card at least a day further than Good would at the end of its steps', () => {
		fc.assert(
			fc.property(fc.nat(), (n) => {
				const options = { ...defaultSettings, learningStepsSeconds: [] };
				const offered = choices(scheduledCard({}, n), now, options, model);
				const [again = NaN, hard = NaN, good = NaN, easy = NaN] = daysOf(offered);
				expect(again).toBeLessThanOrEqual(Number(hard));
				expect(hard).toBeLessThan(Number(good));
				expect(good).toBeLessThan(Number(easy));
			}),
		);
	});

	test('a higher desired retention never makes an interval longer', () => {
		fc.assert(
			fc.property(reviewCards, (from) => {
				const good = (desiredRetention: number) =>
					Number(daysOf(offer(from, { desiredRetention }))[2]);
				expect(good(0.95)).toBeLessThanOrEqual(good(0.9));
				expect(good(0.9)).toBeLessThanOrEqual(good(0.8));
			}),
		);
	});
});

const reviewCards = fc
	.record({
		n: fc.nat(),
		stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		elapsed: fc.integer({ min: -5, max: 2000 }),
		scheduled: fc.integer({ min: 0, max: 2000 }),
	})
	.map(({ n, stability, difficulty, elapsed, scheduled }) => {
		const lastReviewedDay = addDays(today, -elapsed);
		const due = { day: addDays(lastReviewedDay, scheduled) };
		return inReview({ memory: { stability, difficulty }, due, lastReviewedDay }, n);
	});
