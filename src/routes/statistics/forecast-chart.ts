import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { PlanDay } from '#lib/domain/audition/plan.ts';
import type { CardFigures } from '#lib/domain/statistics/card-figures.ts';
import { periodsOf, suitablePeriod } from '#lib/domain/statistics/periods.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { number } from './charts-of-days.ts';
import { periodDate, periodName, periodTicks } from './period-names.ts';

/** What the plan of the auditions makes of the coming days. */
export interface ForecastPlan {
	/** From today; none when no audition is ahead. */
	readonly days: readonly Pick<PlanDay, 'reviews' | 'fresh' | 'unplanned' | 'due'>[];
	/** Overdue cards that an audition left and that wait for later days, and how many of them come a day. */
	readonly held: number;
	readonly heldPerDay: number;
}

/**
 * Cards on each of the coming days, or in each week when those are many. Up to the last audition: with the plan and
 * without it, new cards and repeats included; what no audition asks for is told as it is scheduled
 * now, and so is all that comes later, where new cards aren't included.
 *
 * @param plan null without one
 */
export function forecastChart(
	{ due }: Pick<CardFigures, 'due'>,
	today: StudyDay,
	days: number,
	plan: ForecastPlan | null,
): ChartData {
	const span = { from: today, to: addDays(today, days - 1) };
	const period = suitablePeriod(span);
	const starts = periodsOf(span, period);
	const sums = (value: (index: number) => number) =>
		starts.map((start, place) => {
			const end = starts[place + 1] ?? addDays(span.to, 1);
			let sum = 0;
			for (let day = Math.max(start, today); day < end; day++) sum += value(day - today);
			return sum;
		});
	const scheduled = plan ? withoutHeap(due, plan) : due;
	const others = (index: number, { due: own }: ForecastPlan['days'][number]) =>
		Math.max(0, (scheduled[index] ?? 0) - own);
	const without = (index: number) => {
		const day = plan?.days[index];
		return day ? day.unplanned + others(index, day) : (scheduled[index] ?? 0);
	};
	const planned = (index: number) => {
		const day = plan?.days[index];
		return day ? day.reviews + day.fresh + others(index, day) : (scheduled[index] ?? 0);
	};
	const lastPlanned = addDays(today, (plan?.days.length ?? 0) - 1);
	const isPlanned = plan !== null && plan.days.length > 0;
	const isToday = (start: StudyDay | undefined) => period === 'day' && start === today;
	return {
		title: 'Forecast',
		x: period === 'day' ? 'Day' : 'Week',
		labels: starts.map((start) => (isToday(start) ? 'Today' : periodName(start, period))),
		ticks: periodTicks(starts, period).map((tick, place) =>
			isToday(starts[place]) ? 'Today' : tick,
		),
		dates: starts.map((start) => periodDate(start, period)),
		series: [
			{
				name: isPlanned ? 'Without the plan' : 'Due',
				tone: 'green',
				mark: 'bar',
				values: sums(without),
			},
			...(isPlanned
				? [
						{
							name: 'With the plan',
							tone: 'light' as const,
							mark: 'line' as const,
							// The days of its last week that come after the plan are the same in both.
							values: sums(planned).map((sum, place) =>
								(starts[place] ?? today) <= lastPlanned ? sum : null,
							),
						},
					]
				: []),
		],
		unit: 'cards',
		format: number,
		least: 4,
	};
}

/** Overdue cards that wait stand on the days they will come, not all under today. */
function withoutHeap(due: readonly number[], { held, heldPerDay }: ForecastPlan): number[] {
	const spread = [...due];
	let left = Math.min(held, spread[0] ?? 0);
	spread[0] = (spread[0] ?? 0) - left;
	for (let index = 1; left > 0 && index < spread.length; index++) {
		const share = Math.min(left, Math.max(1, heldPerDay));
		spread[index] = (spread[index] ?? 0) + share;
		left -= share;
	}
	return spread;
}
