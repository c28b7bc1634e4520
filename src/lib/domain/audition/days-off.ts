import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';

/** 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A week as most of the world writes it: Monday first. */
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** The weekday on whose morning a study day begins. Study day 0 was a Thursday. */
export function weekdayOf(day: StudyDay): Weekday {
	return ((((day + 4) % 7) + 7) % 7) as Weekday;
}

/** When there is no study for an audition. */
export interface DaysOff {
	readonly weekdaysOff: readonly Weekday[];
	readonly datesOff: readonly StudyDay[];
}

/** The days without study, of those from one day through another, in order. */
export function daysOffOf(
	{ weekdaysOff, datesOff }: DaysOff,
	from: StudyDay,
	through: StudyDay,
): StudyDay[] {
	const off: StudyDay[] = [];
	for (let day = from; day <= through; day = addDays(day, 1)) {
		if (weekdaysOff.includes(weekdayOf(day)) || datesOff.includes(day)) off.push(day);
	}
	return off;
}
