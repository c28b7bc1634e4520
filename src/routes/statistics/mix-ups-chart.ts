import type { ChartData } from '#lib/components/chart/chart-data.ts';
import type { MixUp } from '#lib/domain/statistics/speaker-confusions.ts';
import { number } from './charts-of-days.ts';

/** Speakers who were taken for one another. @param mixUps the most frequent first */
export function mixUpsChart(mixUps: readonly MixUp[]): ChartData {
	return {
		title: 'Speakers you mix up',
		x: 'Speakers',
		labels: mixUps.map(({ speakers }) => speakers.join(' and ')),
		series: [
			{ name: 'Times', tone: 'curtain', mark: 'bar', values: mixUps.map(({ times }) => times) },
		],
		format: number,
	};
}

/** The most frequent one in a sentence; empty when there is none. */
export function worstMixUp([worst, next]: readonly MixUp[]): string {
	if (!worst) return '';
	const { speakers, times } = worst;
	const pair = `You mix up ${speakers[0]} and ${speakers[1]}`;
	const often = times === 1 ? 'once' : `${times} times`;
	return next && next.times < times ? `${pair} most: ${often}.` : `${pair}: ${often} in this time.`;
}
