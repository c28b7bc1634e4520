import type { Audition } from '#lib/domain/audition/audition.ts';
import { weekdays } from '#lib/domain/audition/days-off.ts';
import { dayInWords } from '#lib/domain/time/day-in-words.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { dayShort } from './when.ts';

const DAY_MS = 86_400_000;

type Time = Pick<Audition, 'minutesPerDay' | 'weekdaysOff' | 'datesOff'>;

/** The time that was given for an audition: "Up to 15 min a day; off: Sundays, 26 Nov". */
export function timeInWords(
	{ minutesPerDay, weekdaysOff, datesOff }: Time,
	today: StudyDay,
): string {
	const minutes =
		minutesPerDay === null ? 'As many minutes as it takes' : `Up to ${minutesPerDay} min a day`;
	const off = [
		...weekdays.filter((day) => weekdaysOff.includes(day)).map((day) => `${nameOf(day)}s`),
		...[...datesOff]
			.sort((a, b) => a - b)
			.filter((day) => day >= today)
			.map((day) => dated(day, today)),
	];
	return off.length > 0 ? `${minutes}; off: ${off.join(', ')}` : minutes;
}

/** Study day 3 was a Sunday. */
function nameOf(weekday: number): string {
	return dayInWords((weekday + 3) as StudyDay).weekday;
}

function dated(day: StudyDay, today: StudyDay): string {
	return yearOf(day) === yearOf(today) ? dayShort(day) : `${dayShort(day)} ${yearOf(day)}`;
}

function yearOf(day: StudyDay): number {
	return new Date(day * DAY_MS).getUTCFullYear();
}
