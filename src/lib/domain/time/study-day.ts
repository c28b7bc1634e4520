declare const studyDay: unique symbol;

/** A day of study as a whole number; 0 is the study day that began on 1970-01-01. */
export type StudyDay = number & { readonly [studyDay]: true };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The study day an instant belongs to: the local date, moved back by the rollover hour.
 *
 * The offset is the one in force at that very instant, so the rollover stays on the wall clock through
 * a change to or from summer time.
 *
 * @param at milliseconds since 1970, UTC
 * @param utcOffsetMinutes minutes the wall clock is ahead of UTC at `at`
 * @param rolloverHour local hour at which a study day begins, 0 to 23
 */
export function studyDayOf(at: number, utcOffsetMinutes: number, rolloverHour: number): StudyDay {
	const wallClock = at + utcOffsetMinutes * MINUTE_MS;
	return Math.floor((wallClock - rolloverHour * HOUR_MS) / DAY_MS) as StudyDay;
}

/** Whole study days from one day to a later one; never less than 0, whatever the clock did. */
export function daysBetween(earlier: StudyDay, later: StudyDay): number {
	return Math.max(0, later - earlier);
}

export function addDays(day: StudyDay, days: number): StudyDay {
	return (day + days) as StudyDay;
}
