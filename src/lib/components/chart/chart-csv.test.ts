import { expect, test } from 'vitest';
import type { ChartData } from './chart-data.ts';
import { chartCsv } from './chart-csv.ts';

const chart: ChartData = {
	title: 'Answers',
	x: 'Day',
	labels: ['Monday, 2 November 2026', '=1+1', '+44', '-1', '@me', 'say "hi"'],
	series: [
		{ name: 'Good', tone: 'green', mark: 'bar', values: [3, -1, null, 0.25, 0, 1] },
		{ name: '=cmd', tone: 'light', mark: 'bar', values: [1, 1, 1, 1, 1, 1] },
	],
	format: String,
};

test('a chart’s data is a table with plain numbers, and no text in it can be a formula', () => {
	expect(chartCsv(chart).split('\r\n')).toEqual([
		`Day,Good,"'=cmd"`,
		'"Monday, 2 November 2026",3,1',
		`"'=1+1",-1,1`,
		`"'+44",,1`,
		`"'-1",0.25,1`,
		`"'@me",0,1`,
		'"say ""hi""",1,1',
	]);
});

test('columns say their units, unless their name does, and days are dates', () => {
	const time: ChartData = {
		...chart,
		labels: ['Today', 'Tue, 3 Nov 2026'],
		dates: ['2026-11-02', '2026-11-03'],
		series: [
			{ name: 'New', tone: 'green', mark: 'bar', values: [0.5, 2] },
			{ name: 'Reviews', tone: 'soft', mark: 'told', unit: '', values: [3, 4] },
		],
		unit: 'minutes',
	};
	expect(chartCsv(time).split('\r\n')).toEqual([
		'Day,New (minutes),Reviews',
		'2026-11-02,0.5,3',
		'2026-11-03,2,4',
	]);
});
