import { expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { timeInWords } from './time-in-words.ts';

const today = 20_783 as StudyDay; // Thursday, 26 November 2026

test('it says the minutes and the days off that are still to come', () => {
	const none = { minutesPerDay: null, weekdaysOff: [], datesOff: [] };
	expect(timeInWords(none, today)).toBe('As many minutes as it takes');
	expect(timeInWords({ ...none, minutesPerDay: 15 }, today)).toBe('Up to 15 min a day');
	const datesOff = [today + 39, today - 1, today] as StudyDay[];
	expect(timeInWords({ minutesPerDay: 15, weekdaysOff: [0, 3], datesOff }, today)).toBe(
		'Up to 15 min a day; off: Wednesdays, Sundays, 26 Nov, 4 Jan 2027',
	);
});
