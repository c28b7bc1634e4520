import { duration } from '#lib/components/duration.ts';
import type { ChartData, ChartSeries, Tone } from '#lib/components/chart/chart-data.ts';
import type { Counts } from '#lib/domain/statistics/counts.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { percent } from '#lib/domain/statistics/percent.ts';
import { periodsOf, type PeriodName, type Span } from '#lib/domain/statistics/periods.ts';
import { rate, sumByPeriod } from '#lib/domain/statistics/sum-counts.ts';
import { periodDate, periodName, periodTicks } from './period-names.ts';

/** What the charts over time are drawn from. */
export interface Days {
	readonly totals: readonly DailyTotals[];
	readonly span: Span;
	readonly period: PeriodName;
}

export const number = (value: number) => Math.round(value).toLocaleString('en-GB');

const AXES = { day: 'Day', week: 'Week', month: 'Month', year: 'Year' } as const;

/** Share remembered of the first reviews of cards on a day. @param desired retention aimed at, 0 to 1 */
export function retentionChart(days: Days, desired: number): ChartData {
	const { counts, ...axis } = overTime(days);
	const young = counts.map((each) => rate(each.firstYoungRemembered, each.firstYoungForgotten));
	const mature = counts.map((each) => rate(each.firstMatureRemembered, each.firstMatureForgotten));
	// The aim alone is no chart.
	const aim = counts.some((each) => firstReviews(each) > 0) ? desired : null;
	const lowest = Math.min(desired, ...[...young, ...mature].map((share) => share ?? 1));
	return {
		...axis,
		title: 'True retention',
		series: [
			{ name: 'Young', tone: 'light', mark: 'line', values: young },
			{ name: 'Mature', tone: 'green', mark: 'line', values: mature },
			{
				name: 'Aimed at',
				tone: 'soft',
				mark: 'line',
				dashed: true,
				values: counts.map(() => aim),
			},
			{ name: 'All', tone: 'soft', mark: 'told', values: counts.map(trueRetention) },
			{
				name: 'Reviews',
				tone: 'soft',
				mark: 'told',
				unit: '',
				format: number,
				values: counts.map(firstReviews),
			},
		],
		unit: 'share',
		format: (share) => percent(share),
		from: Math.max(0, Math.floor(lowest * 10 - 0.01) / 10),
		to: 1,
	};
}

export function firstReviews(counts: Counts): number {
	const { firstYoungRemembered, firstYoungForgotten } = counts;
	const { firstMatureRemembered, firstMatureForgotten } = counts;
	return firstYoungRemembered + firstYoungForgotten + firstMatureRemembered + firstMatureForgotten;
}

/** Null without reviews. */
export function trueRetention(counts: Counts): number | null {
	const remembered = counts.firstYoungRemembered + counts.firstMatureRemembered;
	return rate(remembered, firstReviews(counts) - remembered);
}

export function answersChart(days: Days): ChartData {
	const { counts, ...axis } = overTime(days);
	const bars = (name: string, tone: Tone, of: (each: Counts) => number): ChartSeries => ({
		name,
		tone,
		mark: 'bar',
		values: counts.map(of),
	});
	return {
		...axis,
		title: 'Answers',
		series: [
			bars('Reviews', 'green', ({ reviews }) => reviews),
			bars('New', 'sky', ({ introduced }) => introduced),
			bars('Steps', 'light', (each) => each.answers - each.reviews - each.introduced),
			bars('Practice', 'soft', ({ practice }) => practice),
		],
		unit: 'answers',
		format: number,
		least: 4,
	};
}

export function answersInWords({ answers, introduced }: Counts): string {
	if (answers === 1) return introduced === 1 ? '1 answer, to a new card.' : '1 answer.';
	return `${number(answers)} answers, ${number(introduced)} of them to new cards.`;
}

export function timeChart(days: Days): ChartData {
	const { counts, ...axis } = overTime(days);
	const bars = (name: string, tone: Tone, of: (each: Counts) => number): ChartSeries => ({
		name,
		tone,
		mark: 'bar',
		values: counts.map((each) => of(each) / MINUTE_MS),
	});
	return {
		...axis,
		title: 'Study time',
		series: [
			bars('Reviews', 'green', ({ reviewsMs }) => reviewsMs),
			bars('New', 'sky', ({ introducedMs }) => introducedMs),
			bars('Steps', 'light', (each) => each.durationMs - each.reviewsMs - each.introducedMs),
			bars('Practice', 'soft', ({ practiceMs }) => practiceMs),
		],
		unit: 'minutes',
		format: (minutes) => duration(minutes * MINUTE_MS),
		least: 1,
		steps: MINUTES_APART,
	};
}

/** Results of a kind of practice. */
export function drillChart(
	days: Days,
	title: string,
	[known, missed]: readonly [keyof Counts, keyof Counts],
	names: readonly [string, string],
): ChartData {
	const { counts, ...axis } = overTime(days);
	return {
		...axis,
		title,
		series: [
			{ name: names[0], tone: 'green', mark: 'bar', values: counts.map((each) => each[known]) },
			{ name: names[1], tone: 'curtain', mark: 'bar', values: counts.map((each) => each[missed]) },
		],
		unit: 'times',
		format: number,
		least: 4,
	};
}

const MINUTE_MS = 60_000;
/** From a quarter of a minute to 500 hours. */
const MINUTES_APART = [
	0.25, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000, 12_000, 30_000,
];

function overTime({ totals, span, period }: Days) {
	const starts = periodsOf(span, period);
	return {
		counts: sumByPeriod(totals, starts),
		x: AXES[period],
		labels: starts.map((start) => periodName(start, period)),
		dates: starts.map((start) => periodDate(start, period)),
		ticks: periodTicks(starts, period),
	};
}
