import { describe, expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { forecastChart, type ForecastPlan } from './forecast-chart.ts';

/** A Wednesday: 1970-01-07. */
const today = 6 as StudyDay;
const due = Array.from({ length: 365 }, (_, index) => index);
const valuesOf = (days: number, plan: Parameters<typeof forecastChart>[3] = null) =>
	forecastChart({ due }, today, days, plan).series.map(({ values }) => values);

describe('the forecast', () => {
	test('of a month has a bar for each day, today first', () => {
		const { labels, dates } = forecastChart({ due }, today, 30, null);
		expect(labels).toHaveLength(30);
		expect(labels[0]).toBe('Today');
		expect(dates?.slice(0, 2)).toEqual(['1970-01-07', '1970-01-08']);
		expect(valuesOf(30)).toEqual([due.slice(0, 30)]);
	});

	test('of a longer time has one for each week, and no card twice or not at all', () => {
		const [weeks = []] = valuesOf(90);
		// Wednesday to Sunday, then a whole week from Monday.
		expect(weeks.slice(0, 2)).toEqual([0 + 1 + 2 + 3 + 4, 5 + 6 + 7 + 8 + 9 + 10 + 11]);
		expect(weeks.reduce<number>((sum, cards) => sum + (cards ?? 0), 0)).toBe((89 * 90) / 2);
	});

	const plan = (days: ForecastPlan['days'], held = 0, heldPerDay = 0) => ({
		days,
		held,
		heldPerDay,
	});
	const day = { reviews: 2, fresh: 1, unplanned: 4, due: 1 };

	test('holds the plan against normal scheduling with the same other cards beside both', () => {
		const [without = [], planned = []] = valuesOf(30, plan([{ ...day, due: 0 }, day, day]));
		// Due are 0, 1 and 2, of which 0, 1 and 1 are cards of the audition.
		expect(planned.slice(0, 3)).toEqual([3, 3, 4]);
		expect(without.slice(0, 3)).toEqual([4, 4, 5]);
	});

	test('shows nothing of a plan after its last day, but what is scheduled', () => {
		const [without = [], planned = []] = valuesOf(30, plan([day, day]));
		expect(planned.slice(1, 4)).toEqual([3, null, null]);
		expect(without.slice(2, 4)).toEqual([2, 3]);
	});

	test('by week covers the same days with the plan and without it', () => {
		const [without = [], planned = []] = valuesOf(90, plan([{ ...day, due: 0 }, day]));
		// Wednesday and Thursday by the plan, Friday to Sunday as scheduled: 2, 3 and 4.
		expect(planned.slice(0, 3)).toEqual([3 + 3 + 2 + 3 + 4, null, null]);
		expect(without[0]).toBe(4 + 4 + 2 + 3 + 4);
	});

	test('has no plan in it when no audition is ahead', () => {
		const { series } = forecastChart({ due }, today, 30, plan([]));
		expect(series.map(({ name }) => name)).toEqual(['Due']);
	});

	test('puts what an audition left overdue on the days it comes back', () => {
		const heap = [20, 1, 1, 1, 1, 1];
		const { series } = forecastChart({ due: heap }, today, 30, plan([], 12, 5));
		expect(series[0]?.values.slice(0, 6)).toEqual([8, 6, 6, 3, 1, 1]);
	});
});
