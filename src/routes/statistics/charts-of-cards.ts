import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { CardFigures } from '#lib/domain/statistics/card-figures.ts';
import { recallBins, type Calibration } from '#lib/domain/statistics/calibration.ts';
import { dayBuckets } from '#lib/domain/statistics/day-buckets.ts';
import { percent } from '#lib/domain/statistics/percent.ts';
import { number } from './charts-of-days.ts';

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
		x: 'Predicted range',
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
				unit: '',
				format: number,
				values: used.map(({ reviews }) => reviews),
			},
		],
		unit: 'share',
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
