import type { Span } from '#lib/domain/statistics/periods.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';

export const spanNames = {
	'7': 'Last 7 days',
	'30': 'Last 30 days',
	'90': 'Last 90 days',
	'365': 'Last 365 days',
	all: 'All time',
	dates: 'From … to …',
} as const;

export type SpanName = keyof typeof spanNames;

const DAY_MS = 86_400_000;

/** The days of a preset. @param first day on which anything was done; null for none */
export function presetSpan(
	name: Exclude<SpanName, 'dates'>,
	today: StudyDay,
	first: StudyDay | null,
): Span {
	if (name === 'all') return { from: first ?? today, to: today };
	return { from: addDays(today, 1 - Number(name)), to: today };
}

/**
 * The days between two dates as a date field gives them ("2026-11-02"), the right way round. One left empty is open:
 * from the first day on which anything was done, up to today.
 */
export function spanOfDates(
	from: string,
	to: string,
	today: StudyDay,
	first: StudyDay | null,
): Span {
	const [one, other] = [dayOfDate(from) ?? first ?? today, dayOfDate(to) ?? today];
	return one <= other ? { from: one, to: other } : { from: other, to: one };
}

/** As a date field takes it. */
export function dateOfDay(day: StudyDay): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function dayOfDate(date: string): StudyDay | null {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
	return Number.isNaN(at) ? null : ((at / DAY_MS) as StudyDay);
}
