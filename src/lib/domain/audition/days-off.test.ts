import { expect, test } from 'vitest';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { daysOffOf, weekdayOf } from './days-off.ts';

/** A Thursday, as 1 January 1970 was. */
const thursday = 7000 as StudyDay;

test('a study day has the weekday on whose morning it begins, before 1970 as well', () => {
	expect(weekdayOf(0 as StudyDay)).toBe(4);
	expect(weekdayOf(thursday)).toBe(4);
	expect(weekdayOf(addDays(thursday, 3))).toBe(0);
	expect(weekdayOf(-1 as StudyDay)).toBe(3);
});

test('days off are the weekdays and the dates between two days, both included, in order and once', () => {
	const off = daysOffOf(
		{ weekdaysOff: [0, 4], datesOff: [addDays(thursday, 1), addDays(thursday, 3)] },
		thursday,
		addDays(thursday, 7),
	);
	expect(off).toEqual([0, 1, 3, 7].map((days) => addDays(thursday, days)));
});

test('no days are off where the last is before the first', () => {
	expect(daysOffOf({ weekdaysOff: [4], datesOff: [] }, thursday, addDays(thursday, -1))).toEqual(
		[],
	);
});
