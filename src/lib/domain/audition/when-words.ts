import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';

const DAY_MS = 86_400_000;
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day ahead as it is said: "today", "tomorrow", "on Friday", "on 3 December". */
export function onDay(day: StudyDay, today: StudyDay): string {
	const away = daysBetween(today, day);
	if (away === 0) return 'today';
	if (away === 1) return 'tomorrow';
	return `on ${(away < 7 ? weekday : date).format(day * DAY_MS)}`;
}

/** How far it is: "today", "tomorrow", "in 5 days". */
export function inDays(daysLeft: number): string {
	if (daysLeft === 0) return 'today';
	return daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
}
