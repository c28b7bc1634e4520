import { expect, test } from 'vitest';
import { addDays, studyDayOf } from '#lib/domain/time/study-day.ts';
import { weekdayOf } from './weekday.ts';

const monday = studyDayOf(Date.UTC(2026, 10, 2, 9), 60, 4);

test('the days of a week have their names', () => {
	const week = Array.from({ length: 7 }, (_, index) => weekdayOf(addDays(monday, index)));
	expect(week).toEqual([
		'Monday',
		'Tuesday',
		'Wednesday',
		'Thursday',
		'Friday',
		'Saturday',
		'Sunday',
	]);
});

test('two in the morning still belongs to the day before', () => {
	expect(weekdayOf(studyDayOf(Date.UTC(2026, 10, 3, 1), 60, 4))).toBe('Monday');
});
