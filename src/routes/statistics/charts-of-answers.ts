import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { Counts } from '#lib/domain/statistics/counts.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { rate, sumHours } from '#lib/domain/statistics/sum-counts.ts';
import { percent } from '#lib/domain/statistics/percent.ts';
import { number } from './charts-of-days.ts';

/** How often each button was pressed, by how well the card was known already. */
export function buttonsChart(counts: Counts): ChartData {
	const young = [counts.youngAgain, counts.youngHard, counts.youngGood, counts.youngEasy];
	const mature = [counts.matureAgain, counts.matureHard, counts.matureGood, counts.matureEasy];
	const all = [counts.again, counts.hard, counts.good, counts.easy];
	return {
		title: 'Answers by button',
		x: 'Button',
		labels: ['Again', 'Hard', 'Good', 'Easy'],
		series: [
			{
				name: 'Learning',
				tone: 'sky',
				mark: 'bar',
				values: all.map((count, index) => count - (young[index] ?? 0) - (mature[index] ?? 0)),
			},
			{ name: 'Young', tone: 'light', mark: 'bar', values: young },
			{ name: 'Mature', tone: 'green', mark: 'bar', values: mature },
		],
		unit: 'answers',
		format: number,
		least: 4,
	};
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** When answers are given, on the clock on the wall. */
export function hoursChart(totals: readonly DailyTotals[]): ChartData {
	const answers = sumHours(totals, 'hourAnswers');
	const again = sumHours(totals, 'hourAgain');
	return {
		title: 'Hours of the day',
		x: 'Hour',
		labels: hours,
		ticks: hours.map((hour) => hour.slice(0, 2)),
		series: [
			{
				name: 'Right',
				tone: 'green',
				mark: 'bar',
				values: answers.map((count, hour) => count - (again[hour] ?? 0)),
			},
			{ name: 'Again', tone: 'curtain', mark: 'bar', values: again },
			{
				name: 'Share right',
				tone: 'soft',
				mark: 'told',
				unit: '',
				format: (share) => percent(share),
				values: answers.map((count, hour) => rate(count - (again[hour] ?? 0), again[hour] ?? 0)),
			},
		],
		unit: 'answers',
		format: number,
		least: 4,
	};
}
