import { expect, test } from 'vitest';
import type { MixUp } from '#lib/domain/statistics/speaker-confusions.ts';
import { mixUpsChart, worstMixUp } from './mix-ups-chart.ts';

const pair = (times: number, ...speakers: [string, string]): MixUp => ({ speakers, times });
const [often, once] = [pair(4, 'Ann', 'Bob'), pair(1, 'Bob', 'Cid')];

test('pairs of speakers stand by their names, with how often', () => {
	const { labels, series } = mixUpsChart([often, once]);
	expect(labels).toEqual(['Ann and Bob', 'Bob and Cid']);
	expect(series.map(({ values }) => values)).toEqual([[4, 1]]);
});

test('the pair that is mixed up most is told, unless others are mixed up as much', () => {
	expect(worstMixUp([])).toBe('');
	expect(worstMixUp([once])).toBe('You mix up Bob and Cid: once in this time.');
	expect(worstMixUp([often, once])).toBe('You mix up Ann and Bob most: 4 times.');
	expect(worstMixUp([often, often])).toBe('You mix up Ann and Bob: 4 times in this time.');
});
