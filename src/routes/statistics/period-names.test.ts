import { expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { periodDate, periodName } from './period-names.ts';

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
