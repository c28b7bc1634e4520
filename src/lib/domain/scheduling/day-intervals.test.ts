import { expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { dayIntervals } from './day-intervals.ts';
import type { Spread } from './fuzz.ts';

/** As soon as fuzz allows, and sooner. */
const soonest: Spread = (ideal, minimum, maximum) =>
	Math.min(Math.max(Math.floor(ideal / 2), minimum), maximum);
const noSteps = { again: null, hard: null, good: null };

/** In review, sent away for ten days. */
const tenDays: Progress = {
	...untouched,
	state: 'review',
	due: { day: 110 as StudyDay },
	lastReviewedDay: 100 as StudyDay,
};

function intervals(card: Progress, ideal: readonly [number, number, number, number]) {
	const [again, hard, good, easy] = ideal;
	const days = dayIntervals(card, { 1: again, 2: hard, 3: good, 4: easy }, noSteps, 500, soonest);
	return [days[1], days[2], days[3], days[4]];
}

test('fuzz never holds back a passed review whose ideal interval is longer than its last', () => {
	expect(intervals(tenDays, [2, 11, 12, 60])).toEqual([1, 11, 12, 30]);
	expect(intervals(tenDays, [2, 10.5, 12, 14])).toEqual([1, 11, 12, 13]);
});

test('one that rounds to the last interval may come sooner, and so may a forgotten one', () => {
	expect(intervals(tenDays, [2, 8, 10.4, 10.4])).toEqual([1, 4, 5, 6]);
	expect(intervals(tenDays, [14, 16, 18, 60])[0]).toBe(7);
});

test('nothing holds for a card that was not in review, or was never sent away', () => {
	const ideal = [2, 11, 14, 60] as const;
	for (const other of [
		{ state: 'learning' },
		{ state: 'relearning' },
		{ due: null },
		{ due: { at: 110 * 86_400_000 } },
		{ lastReviewedDay: null },
	] as const)
		expect(intervals({ ...tenDays, ...other }, ideal)).toEqual([1, 5, 7, 30]);
});

test('a card that was brought forward before its last review counts as sent away for no day', () => {
	expect(intervals({ ...tenDays, due: { day: 90 as StudyDay } }, [1, 1, 1, 1])).toEqual([
		1, 1, 2, 3,
	]);
});
