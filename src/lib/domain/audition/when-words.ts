import { dayInWords } from '#lib/domain/time/day-in-words.ts';
import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';

/** A day ahead as it is said: "today", "tomorrow", "on Friday", "on 3 December". */
export function onDay(day: StudyDay, today: StudyDay): string {
	const away = daysBetween(today, day);
	if (away === 0) return 'today';
	if (away === 1) return 'tomorrow';
	const { weekday, date, month } = dayInWords(day);
	return away < 7 ? `on ${weekday}` : `on ${date} ${month}`;
}

/** How far it is: "today", "tomorrow", "in 5 days". */
export function inDays(daysLeft: number): string {
	if (daysLeft === 0) return 'today';
	return daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
}
