import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { sumByPeriod } from '#lib/domain/statistics/sum-counts.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { number } from './charts-of-days.ts';
import { dayName } from './period-names.ts';
import { YEAR } from './read-statistics.ts';
import { dateOfDay } from './spans.ts';

const DAY_MS = 86_400_000;
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The last 365 days, practice included: showing up counts. Ticks are the months where one begins. */
export function calendarChart(year: readonly DailyTotals[], today: StudyDay): ChartData {
	const days = Array.from({ length: YEAR }, (_, index) => addDays(today, index + 1 - YEAR));
	const counts = sumByPeriod(year, days);
	return {
		title: 'The last 365 days',
		x: 'Day',
		labels: days.map(dayName),
		dates: days.map(dateOfDay),
		ticks: days.map((day) => {
			const date = new Date(day * DAY_MS);
			return date.getUTCDate() === 1 ? month.format(date) : '';
		}),
		series: [
			{
				name: 'Answers',
				tone: 'green',
				mark: 'bar',
				values: counts.map(({ answers, practice }) => answers + practice),
			},
		],
		format: number,
	};
}

/** 0 Monday to 6 Sunday. */
export function weekdayNumber(day: StudyDay): number {
	return (new Date(day * DAY_MS).getUTCDay() + 6) % 7;
}
