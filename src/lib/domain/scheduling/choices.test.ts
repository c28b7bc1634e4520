import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import type { CardId, EventId } from '#lib/domain/cards/ids.ts';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import type { Interval, Outcome, Rating } from '#lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings, type SchedulingOptions } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { choices, type Scheduled } from './choices.ts';
import { nearestDay } from './fuzz.ts';

const model = createMemoryModel(defaultParameters);
const today = 20_000 as StudyDay;
const now: Moment = {
	at: today * 86_400_000 + 36_000_000,
	utcOffsetMinutes: 0,
	rolloverHour: 4,
	studyDay: today,
};

const fresh = card({});
const inReview = (more: Partial<Progress> = {}) =>
	card({
		state: 'review',
		due: { day: today },
		memory: { stability: 10, difficulty: 5 },
		reps: 5,
		lastReviewedAt: now.at - 10 * 86_400_000,
		lastReviewedDay: addDays(today, -10),
		head: 'before' as EventId,
		...more,
	});
const inSteps = (state: 'learning' | 'relearning', stepsLeft: number) =>
	inReview({ state, stepsLeft, due: { at: now.at }, lastReviewedDay: today });

describe('steps', () => {
	test.each<[string, Scheduled, number[], [string, string, string]]>([
		['a new card', fresh, [60, 600], ['1m', '5.5m', '10m']],
		['the first step', inSteps('learning', 2), [60, 600], ['1m', '5.5m', '10m']],
		['the last step', inSteps('learning', 1), [60, 600], ['1m', '10m', 'review']],
		['a middle step', inSteps('learning', 2), [60, 600, 3600], ['1m', '10m', '60m']],
		['a single step', fresh, [600], ['10m', '15m', 'review']],
		['a single long step', fresh, [4 * 86_400], ['4d', '5d', 'review']],
		['a single step of a day', fresh, [86_400], ['1d', '2d', 'review']],
		['a short step, then a day', fresh, [600, 86_400], ['10m', '725m', '1d']],
		['a day, then a short step', fresh, [86_400, 600], ['1d', '725m', '10m']],
		['two steps of days', fresh, [86_400, 3 * 86_400], ['1d', '2d', '3d']],
		['a step of half a minute', fresh, [30], ['0.5m', '0.75m', 'review']],
		['more steps left than there are', inSteps('learning', 9), [60, 600], ['1m', '5.5m', '10m']],
		['steps that were taken away', inSteps('learning', 2), [], ['review', 'review', 'review']],
		['no steps', fresh, [], ['review', 'review', 'review']],
	])('on %s Again, Hard and Good go where Anki’s go', (_name, from, steps, expected) => {
		const offered = offer(from, { learningStepsSeconds: steps });
		expect([offered[1], offered[2], offered[3]].map(shown)).toEqual(expected);
		expect(offered[4].state).toBe('review');
	});

	test('the steps left count the present one', () => {
		const steps = { learningStepsSeconds: [60, 600, 3600] };
		const left = (from: Scheduled) => {
			const offered = offer(from, steps);
			return [
				offered[1].stepsLeft,
				offered[2].stepsLeft,
				offered[3].stepsLeft,
				offered[4].stepsLeft,
			];
		};
		expect(left(fresh)).toEqual([3, 3, 2, 0]);
		expect(left(inSteps('learning', 2))).toEqual([3, 2, 1, 0]);
		expect(left(inSteps('learning', 1))).toEqual([3, 1, 0, 0]);
	});

	test('relearning follows its own steps', () => {
		const steps = { learningStepsSeconds: [60], relearningStepsSeconds: [600, 1200] };
		const offered = offer(inSteps('relearning', 2), steps);
		expect([offered[1], offered[2], offered[3]].map(shown)).toEqual(['10m', '15m', '20m']);
		expect([offered[1].state, offered[2].state, offered[3].state]).toEqual(
			Array(3).fill('relearning'),
		);
	});

	test('a review card meets relearning steps only when it is forgotten', () => {
		const offered = offer(inReview(), { relearningStepsSeconds: [600, 1200, 1800] });
		expect(offered[1]).toMatchObject({
			state: 'relearning',
			stepsLeft: 3,
			interval: { seconds: 600 },
		});
		expect([offered[2], offered[3], offered[4]].map(shown)).toEqual(Array(3).fill('review'));
	});

	test('a better rating is never sooner than a day-long step of a worse one', () => {
		const steps = { learningStepsSeconds: [4 * 86_400], relearningStepsSeconds: [9 * 86_400] };
		expect(daysOf(offer(fresh, steps))).toEqual([4, 5, 5, 8]);
		const weak = inReview({ memory: { stability: 0.1, difficulty: 9 }, lastReviewedDay: today });
		expect(daysOf(offer(weak, steps))).toEqual([9, 9, 10, 11]);
	});

	test('without relearning steps a forgotten card stays in review', () => {
		const again = offer(inReview(), { relearningStepsSeconds: [] })[1];
		expect(again.state).toBe('review');
		expect(again.stepsLeft).toBe(0);
		const { stability } = model.next({ stability: 10, difficulty: 5 }, 10, 1);
		expect(again.interval).toEqual({ days: Math.round(stability) });
	});
});

describe('intervals', () => {
	test('the published row of intervals comes out of our scheduler', () => {
		const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
		let state: Progress = untouched;
		let day = today;
		const intervals = ratings.map((rating) => {
			const moment = { ...now, studyDay: day };
			const outcome = choices(card(state), moment, defaultSettings, model, nearestDay)[rating];
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
			const from = inReview({
				memory: { stability: 10, difficulty: 10 },
				due: { day: addDays(today, 7) },
				lastReviewedDay: addDays(today, -3),
			});
			const offered = choices({ ...from, id: anId(n) }, now, defaultSettings, model);
			hard.add(daysOf(offered)[1]);
		}
		expect(Math.min(...[...hard].map(Number))).toBe(11);
		expect(hard.size).toBeGreaterThan(1);
	});

	test('no interval exceeds the maximum, whatever ordering and fuzz would make of it', () => {
		for (let n = 0; n < 300; n++) {
			const from = { ...inReview({ memory: { stability: 28, difficulty: 5 } }), id: anId(n) };
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
				const offered = choices({ ...fresh, id: anId(n) }, now, options, model);
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
					Number(
						daysOf(
							choices(from, now, { ...defaultSettings, desiredRetention }, model, nearestDay),
						)[2],
					);
				expect(good(0.95)).toBeLessThanOrEqual(good(0.9));
				expect(good(0.9)).toBeLessThanOrEqual(good(0.8));
			}),
		);
	});
});

describe('leeches', () => {
	test('are found at the threshold and every half threshold after it', () => {
		const found = Array.from({ length: 25 }, (_, lapses) => lapses).filter(
			(lapses) => offer(inReview({ lapses: lapses - 1 }))[1].leech,
		);
		expect(found).toEqual([8, 12, 16, 20, 24]);
	});

	test('are suspended only when the user chose so, and only by a lapse', () => {
		const from = inReview({ lapses: 7 });
		const offered = offer(from, { leechAction: 'suspend' });
		expect([1, 2, 3, 4].map((rating) => offered[rating as Rating].suspended)).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(offer(from, { leechAction: 'tag' })[1]).toMatchObject({ leech: true, suspended: false });
		expect(offer({ ...from, state: 'relearning' }, {})[1].leech).toBe(false);
	});

	test('with an odd threshold come every rounded-up half, and with 1 at every lapse', () => {
		const found = (leechThreshold: number) =>
			[1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
				(lapses) => offer(inReview({ lapses: lapses - 1 }), { leechThreshold })[1].leech,
			);
		expect(found(5)).toEqual([5, 8]);
		expect(found(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(found(0)).toEqual([]);
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
		return {
			...inReview({ memory: { stability, difficulty }, due, lastReviewedDay }),
			id: anId(n),
		};
	});

function offer(from: Scheduled, options: Partial<SchedulingOptions> = {}): Record<Rating, Outcome> {
	return choices(from, now, { ...defaultSettings, ...options }, model, nearestDay);
}

function card(progress: Partial<Progress>): Scheduled {
	return { ...untouched, ...progress, id: anId(0) };
}

function anId(n: number): CardId {
	return cardId(noteId(`note-${n}`), 'answer');
}

function shown({ state, interval }: Outcome): string {
	return state === 'review' ? 'review' : inWords(interval);
}

function inWords(interval: Interval): string {
	return 'days' in interval ? `${interval.days}d` : `${interval.seconds / 60}m`;
}

function daysOf(offered: Record<Rating, Outcome>): (number | null)[] {
	return ([1, 2, 3, 4] as const).map((rating) => {
		const { interval } = offered[rating];
		return 'days' in interval ? interval.days : null;
	});
}
