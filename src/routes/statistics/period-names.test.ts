import { expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { periodDate, periodName, periodTicks } from './period-names.ts';

/** Monday, 2 November 2026 */
const day = 20_759 as StudyDay;

test.each([
	['day', 'Mon, 2 Nov 2026', '2026-11-02'],
	['week', 'Week of 2 Nov 2026', '2026-11-02'],
	['month', 'November 2026', '2026-11'],
	['year', '2026', '2026'],
] as const)('a %s is “%s” for people and “%s” in a spreadsheet', (period, name, date) => {
	expect(periodName(day, period)).toBe(name);
	expect(periodDate(day, period)).toBe(date);
});

test('days and weeks under an axis have their year where the same date comes twice', () => {
	const to = (last: number) => [day, (day + last) as StudyDay];
	expect(periodTicks(to(364), 'day')).toEqual(['2 Nov', '1 Nov']);
	expect(periodTicks(to(365), 'day')).toEqual(['2 Nov 2026', '2 Nov 2027']);
	expect(periodTicks(to(371), 'week')).toEqual(['2 Nov 2026', '8 Nov 2027']);
	expect(periodTicks(to(371), 'month')).toEqual(['Nov 26', 'Nov 27']);
});
