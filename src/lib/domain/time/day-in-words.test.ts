import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInWords } from './day-in-words.ts';
import { studyDayOf, type StudyDay } from './study-day.ts';

const DAY_MS = 86_400_000;
const calendar = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC',
});

test('any day is called what the calendar calls it', () => {
	fc.assert(
		fc.property(fc.integer({ min: -40_000, max: 80_000 }), (day) => {
			const { weekday, date, month } = dayInWords(day as StudyDay);
			expect(`${weekday} ${date} ${month}`).toBe(calendar.format(day * DAY_MS).replace(',', ''));
		}),
	);
});

test('two in the morning still belongs to the day before', () => {
	const day = studyDayOf(Date.UTC(2026, 10, 3, 1), 60, 4);
	expect(dayInWords(day)).toEqual({ weekday: 'Monday', date: 2, month: 'November' });
});
