import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';

/** Study days, both ends included. */
export interface Span {
	readonly from: StudyDay;
	readonly to: StudyDay;
}

/** Weeks begin on Monday. */
export type PeriodName = 'day' | 'week' | 'month' | 'year';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const MONDAY = 4;

/** The first study day of the period that a day is in. */
export function startOfPeriod(day: StudyDay, period: PeriodName): StudyDay {
	switch (period) {
		case 'day':
			return day;
		case 'week':
			return addDays(day, -((((day - MONDAY) % 7) + 7) % 7));
		case 'month':
			return firstOfMonth(day, 0);
		case 'year':
			return dayOf(Date.UTC(dateOf(day).getUTCFullYear(), 0, 1));
	}
}

/** The first days of all periods that a span touches, in order. */
export function periodsOf({ from, to }: Span, period: PeriodName): StudyDay[] {
	const starts: StudyDay[] = [];
	for (let start = startOfPeriod(from, period); start <= to; start = next(start, period)) {
		starts.push(start);
	}
	return starts;
}

/** The finest period that gives a chart no more than some sixty places. */
export function suitablePeriod({ from, to }: Span): PeriodName {
	const days = to - from + 1;
	if (days <= 62) return 'day';
	if (days <= 62 * 7) return 'week';
	return days <= 62 * 30 ? 'month' : 'year';
}

function next(start: StudyDay, period: PeriodName): StudyDay {
	switch (period) {
		case 'day':
			return addDays(start, 1);
		case 'week':
			return addDays(start, 7);
		case 'month':
			return firstOfMonth(start, 1);
		case 'year':
			return dayOf(Date.UTC(dateOf(start).getUTCFullYear() + 1, 0, 1));
	}
}

function firstOfMonth(day: StudyDay, later: number): StudyDay {
	const date = dateOf(day);
	return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1));
}

function dateOf(day: StudyDay): Date {
	return new Date(day * DAY_MS);
}

function dayOf(at: number): StudyDay {
	return (at / DAY_MS) as StudyDay;
}
