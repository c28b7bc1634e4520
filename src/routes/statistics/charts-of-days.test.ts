import { expect, test } from 'vitest';
import { shapeChart } from '#lib/components/chart/chart-shape.ts';
import { isBlank } from '#lib/components/chart/chart-data.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import { noCounts } from '#lib/domain/statistics/counts.ts';
import { emptyTotals, type DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { answersInWords, retentionChart, timeChart } from './charts-of-days.ts';

const span = { from: 20_000 as StudyDay, to: 20_002 as StudyDay };
const of = (counts: Partial<DailyTotals>) => ({
	totals: [{ ...emptyTotals(span.from, deckId('callbacks')), ...counts }],
	span,
	period: 'day' as const,
});

test('retention without a review is no chart, though there is an aim', () => {
	expect(isBlank(retentionChart(of({ answers: 1, introduced: 1 }), 0.9))).toBe(true);
	const chart = retentionChart(of({ firstYoungRemembered: 3, firstYoungForgotten: 1 }), 0.9);
	expect(isBlank(chart)).toBe(false);
	expect(chart.series.map(({ name, values }) => [name, values[0]])).toEqual([
		['Young', 0.75],
		['Mature', null],
		['Aimed at', 0.9],
		['All', 0.75],
		['Reviews', 4],
	]);
});

test.each([
	[1, 1, '1 answer, to a new card.'],
	[1, 0, '1 answer.'],
	[1200, 3, '1,200 answers, 3 of them to new cards.'],
])('%i answers, %i of them first ones, are told in words', (answers, introduced, words) => {
	expect(answersInWords({ ...noCounts, answers, introduced })).toBe(words);
});

test.each([
	[0.4, ['0 s', '15 s', '30 s', '45 s', '1 min']],
	[1.2, ['0 s', '1 min', '2 min']],
	[9, ['0 s', '5 min', '10 min']],
	[65, ['0 s', '30 min', '1 h', '1 h 30 min']],
	[500, ['0 s', '5 h', '10 h']],
])('the axis of %f minutes of study tells them as people do', (minutes, rules) => {
	const chart = timeChart(of({ reviewsMs: minutes * 60_000, durationMs: minutes * 60_000 }));
	expect(shapeChart(chart, 340, 200).rules.map(({ text }) => text)).toEqual(rules);
});

test('no two rules of study time say the same', () => {
	for (let minutes = 0.1; minutes < 1e6; minutes *= 1.1) {
		const chart = timeChart(of({ reviewsMs: minutes * 60_000, durationMs: minutes * 60_000 }));
		const said = shapeChart(chart, 340, 200).rules.map(({ text }) => text);
		expect(said.length).toBeGreaterThan(1);
		expect(new Set(said).size).toBe(said.length);
	}
});
