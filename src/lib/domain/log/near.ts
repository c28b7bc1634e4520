import { studyDayOf } from '#lib/domain/time/study-day.ts';

/** A number that another may be told by its distance from; 0 where there is none. */
export function near(expected: number): number {
	return Number.isInteger(expected) && Math.abs(expected) <= 2 ** 50 ? expected : 0;
}

/** The study day that an instant is likely to have been given. */
export function expectedDay(at: number, utcOffsetMinutes: number, rolloverHour: number): number {
	return near(studyDayOf(at, utcOffsetMinutes, rolloverHour));
}
