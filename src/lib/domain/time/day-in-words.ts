import type { StudyDay } from './study-day.ts';

const DAY_MS = 86_400_000;

// Tables, since the first `Intl.DateTimeFormat` of a page holds up a phone for a tenth of a second.
const weekdays = [
	'Sunday',
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
] as const;
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

/** The date on whose morning a study day began, in words. */
export function dayInWords(day: StudyDay) {
	const date = new Date(day * DAY_MS);
	return {
		/** "Thursday" */
		weekday: weekdays[date.getUTCDay()] ?? '',
		/** 1 to 31 */
		date: date.getUTCDate(),
		/** "November" */
		month: months[date.getUTCMonth()] ?? '',
	};
}
