import type { PeriodName } from '#lib/domain/statistics/periods.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { dateOfDay } from './spans.ts';

const DAY_MS = 86_400_000;
const formatter = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });

const full = formatter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dayAndYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const dayOnly = formatter({ day: 'numeric', month: 'short' });
const month = formatter({ month: 'long', year: 'numeric' });
const monthOnly = formatter({ month: 'short', year: '2-digit' });
const year = formatter({ year: 'numeric' });

/** A study day in full: "Mon, 2 Nov 2026". */
export function dayName(day: StudyDay): string {
	return full.format(day * DAY_MS);
}

/** A period by its first day, in full. */
export function periodName(start: StudyDay, period: PeriodName): string {
	switch (period) {
		case 'day':
			return dayName(start);
		case 'week':
			return `Week of ${dayOnly.format(start * DAY_MS)} ${year.format(start * DAY_MS)}`;
		case 'month':
			return month.format(start * DAY_MS);
		case 'year':
			return year.format(start * DAY_MS);
	}
}

/** A period as it stands in a spreadsheet: "2026-11-02", its first day; "2026-11" for a month, "2026" for a year. */
export function periodDate(start: StudyDay, period: PeriodName): string {
	return dateOfDay(start).slice(0, { day: 10, week: 10, month: 7, year: 4 }[period]);
}

/** Periods as they stand under an axis: "2 Nov", "Nov 26", "2026"; with the year where days of two years look alike. */
export function periodTicks(starts: readonly StudyDay[], period: PeriodName): string[] {
	const format = {
		day: isOverAYear(starts) ? dayAndYear : dayOnly,
		week: isOverAYear(starts) ? dayAndYear : dayOnly,
		month: monthOnly,
		year,
	}[period];
	return starts.map((start) => format.format(start * DAY_MS));
}

/** Whether a date without its year could mean two of these days, in order. */
export function isOverAYear(days: readonly StudyDay[]): boolean {
	return (days.at(-1) ?? 0) - (days[0] ?? 0) >= 365;
}
