import { expect, test } from 'vitest';
import { startOfStudyDay } from './start-of-study-day.ts';
import type { StudyDay } from './study-day.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('the clocks may change at any millisecond: a day begins with the change that skips its rollover', () => {
	const day = 20_000 as StudyDay;
	const midnight = day * DAY;
	// From UTC to an hour ahead, at odd times shortly before a rollover at four.
	for (const early of [1, 1234, 59_999, 1_800_001, HOUR - 1]) {
		const change = midnight + 4 * HOUR - early;
		const offset = (at: number) => (at < change ? 0 : 60);
		expect(startOfStudyDay(day, offset, 4)).toBe(change);
	}
});

test('a change right at the rollover is not taken for one before it', () => {
	const day = 20_000 as StudyDay;
	const rollover = day * DAY + 4 * HOUR;
	expect(startOfStudyDay(day, (at) => (at < rollover ? 0 : 60), 4)).toBe(rollover);
	expect(startOfStudyDay(day, (at) => (at <= rollover ? 0 : 60), 4)).toBe(rollover);
	expect(startOfStudyDay(day, (at) => (at < rollover ? 60 : 0), 4)).toBe(rollover - HOUR);
});
