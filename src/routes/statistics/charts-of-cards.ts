import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { CardFigures } from '#lib/domain/statistics/card-figures.ts';
import { recallBins, type Calibration } from '#lib/domain/statistics/calibration.ts';
import { dayBuckets } from '#lib/domain/statistics/day-buckets.ts';
import { periodsOf, suitablePeriod } from '#lib/domain/statistics/periods.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { percent } from '#lib/domain/statistics/percent.ts';
import { number } from './charts-of-days.ts';
import { periodName, periodTick } from './period-names.ts';

/** What a plan expects of a day. */
interface PlannedDay {
	readonly day: StudyDay;
	readonly reviews: number;
	readonly fresh: number;
}

/**
 * Cards due on each of the coming days, or in each week when those are many, as they are scheduled now; new cards aren't among them.
 *
 * @param plan days of the plan of the auditions ahead; null without one
 */
export function forecastChart(
	{ due }: Pick<CardFigures, 'due'>,
	today: StudyDay,
	days: number,
	plan: readonly PlannedDay[] | null,
): ChartData {
	const span = { from: today, to: addDays(today, days - 1) };
	const period = suitablePeriod(span);
	const starts = periodsOf(span, period);
	const sums = (values: (index: number) => number | undefined) =>
		starts.map((start, place) => {
			const end = starts[place + 1] ?? addDays(span.to, 1);
			let sum: number | null = null;
			for (let day = Math.max(start, today); day < end; day++) {
				const value = values(day - today);
				if (value !== undefined) sum = (sum ?? 0) + value;
			}
			return sum;
		});
	const planned = new Map(
		(plan ?? []).map((each) => [each.day - today, each.reviews + each.fresh]),
	);
	const isToday = (start: StudyDay) => period === 'day' && start === today;
	return {
		title: 'Forecast',
		x: period === 'day' ? 'Day' : 'Week',
		labels: starts.map((start) => (isToday(start) ? 'Today' : periodName(start, period))),
		ticks: starts.map((start) => (isToday(start) ? 'Today' : periodTick(start, period))),
		series: [
			{
				name: plan ? 'Without the plan' : 'Due',
				tone: 'green',
				mark: 'bar',
				values: sums((index) => due[index]),
			},
			...(plan
				? [
						{
							name: 'With the plan',
							tone: 'light' as const,
							mark: 'line' as const,
							values: sums((index) => planned.get(index)),
						},
					]
				: []),
		],
		format: number,
		least: 4,
	};
}

export function intervalsChart({ intervals }: CardFigures): ChartData {
	return daysChart('Intervals', 'Interval', intervals);
}

export function stabilityChart({ stability }: CardFigures): ChartData {
	return daysChart('Stability', 'Stability', stability);
}

export function difficultyChart({ difficulty }: CardFigures): ChartData {
	const labels = difficulty.map((_, index) => String(index + 1));
	return cardsChart('Difficulty', 'Difficulty, 1 to 10', labels, labels, difficulty);
}

export function retrievabilityChart({ retrievability }: CardFigures): ChartData {
	const labels = retrievability.map((_, index) => `${index * 10}–${index * 10 + 10}%`);
	const ticks = retrievability.map((_, index) => `${index * 10}%`);
	return cardsChart('Retrievability now', 'Chance of recall', labels, ticks, retrievability);
}

/** What the model expected of reviews, against what happened. */
export function calibrationChart({ bins }: Calibration): ChartData {
	const mean = (value: number) => (Number.isFinite(value) ? value : null);
	const used = bins
		.map((bin, index) => ({
			...bin,
			start: recallBins[index] ?? 0,
			end: recallBins[index + 1] ?? 1,
		}))
		.filter(({ reviews }) => reviews > 0);
	const lowest = Math.min(1, ...used.flatMap(({ predicted, actual }) => [predicted, actual]));
	return {
		title: 'Predicted against actual recall',
		x: 'Predicted',
		labels: used.map(({ start, end }) => `${Math.round(start * 100)}–${percent(end)}`),
		ticks: used.map(({ start }) => percent(start)),
		series: [
			{ name: 'Actual', tone: 'green', mark: 'line', values: used.map((bin) => mean(bin.actual)) },
			{
				name: 'Predicted',
				tone: 'light',
				mark: 'line',
				dashed: true,
				values: used.map((bin) => mean(bin.predicted)),
			},
			{
				name: 'Reviews',
				tone: 'soft',
				mark: 'told',
				format: number,
				values: used.map(({ reviews }) => reviews),
			},
		],
		format: (share) => percent(share, 1),
		formatTick: (share) => percent(share),
		from: Math.max(0, Math.floor(lowest * 10 - 0.01) / 10),
		to: 1,
	};
}

function daysChart(title: string, x: string, counts: readonly number[]): ChartData {
	const labels = dayBuckets.map((start, index) => lengthName(start, dayBuckets[index + 1]));
	return cardsChart(title, x, labels, dayBuckets.map(lengthTick), counts);
}

function cardsChart(
	title: string,
	x: string,
	labels: readonly string[],
	ticks: readonly string[],
	counts: readonly number[],
): ChartData {
	return {
		title,
		x,
		labels,
		ticks,
		series: [{ name: 'Cards', tone: 'green', mark: 'bar', values: counts }],
		format: number,
		least: 4,
	};
}

/** "7–13 days"; the last bucket has no end. */
function lengthName(start: number, end: number | undefined): string {
	if (end === undefined) return `${start} days and more`;
	if (start === 0) return 'under a day';
	if (end === start + 1) return start === 1 ? '1 day' : `${start} days`;
	return `${start}–${end - 1} days`;
}

function lengthTick(start: number): string {
	if (start === 0) return '<1';
	return start < 365 ? `${start}` : `${start / 365} y`;
}
