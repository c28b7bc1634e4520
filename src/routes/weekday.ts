import type { StudyDay } from '#lib/domain/time/study-day.ts';

const DAY_MS = 86_400_000;
const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** The weekday on whose morning a study day began. */
export function weekdayOf(day: StudyDay): string {
	return name.format(day * DAY_MS);
}
