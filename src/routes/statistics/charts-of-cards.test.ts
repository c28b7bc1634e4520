import { describe, expect, test } from 'vitest';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { forecastChart } from './charts-of-cards.ts';

/** A Wednesday: 1970-01-07. */
const today = 6 as StudyDay;
const due = Array.from({ length: 365 }, (_, index) => index);
const valuesOf = (days: number, plan: Parameters<typeof forecastChart>[3] = null) =>
	forecastChart({ due }, today, days, plan).series.map(({ values }) => values);

describe('the forecast', () => {
	test('of a month has a bar for each day, today first', () => {
		const { labels } = forecastChart({ due }, today, 30, null);
		expect(labels).toHaveLength(30);
		expect(labels[0]).toBe('Today');
		expect(valuesOf(30)).toEqual([due.slice(0, 30)]);
	});

	test('of a longer time has one for each week, and no card twice or not at all', () => {
		const [weeks = []] = valuesOf(90);
		// Wednesday to Sunday, then a whole week from Monday.
		expect(weeks.slice(0, 2)).toEqual([0 + 1 + 2 + 3 + 4, 5 + 6 + 7 + 8 + 9 + 10 + 11]);
		expect(weeks.reduce<number>((sum, cards) => sum + (cards ?? 0), 0)).toBe((89 * 90) / 2);
	});

	test('shows nothing of a plan after its last day', () => {
		const plan = [0, 1].map((index) => ({
			day: addDays(today, index),
			reviews: 2,
			fresh: 1,
		}));
		expect(valuesOf(30, plan)[1]?.slice(0, 3)).toEqual([3, 3, null]);
		expect(valuesOf(90, plan)[1]?.slice(0, 2)).toEqual([6, null]);
	});
});
