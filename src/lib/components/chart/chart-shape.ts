import { scaleBand, scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { ChartData, ChartSeries } from './chart-data.ts';

export interface Bar {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Everything of a chart that has a place, in px. */
export interface ChartShape {
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly rules: readonly { readonly y: number; readonly text: string }[];
	readonly ticks: readonly { readonly x: number; readonly text: string }[];
	readonly bars: readonly { readonly series: ChartSeries; readonly bars: readonly Bar[] }[];
	readonly lines: readonly {
		readonly series: ChartSeries;
		readonly path: string;
		/** Values that stand alone, which a line alone would not show. */
		readonly dots: readonly { readonly x: number; readonly y: number }[];
	}[];
	/** Where each label has its middle, and the place around it, wide enough to be seen. */
	readonly middle: (index: number) => number;
	readonly place: (index: number) => { readonly x: number; readonly width: number };
	/** The label at a place. */
	readonly indexAt: (x: number) => number;
}

const TOP = 10;
const UNDER = 26;
/** px that a character of the axis takes at most. */
const CHARACTER = 7.2;
/** px that it usually takes on either side of the middle of its word. */
const HALF = 3.1;

/** Lays a chart out. @param width and height of the whole drawing, px */
export function shapeChart(data: ChartData, width: number, height: number): ChartShape {
	const { labels, series, format, formatTick = format } = data;
	const bottom = height - UNDER;
	const { y, values } = scaleOf(data, [bottom, TOP]);
	const rules = values.map((value) => ({ y: y(value), text: formatTick(value) }));
	const left = Math.ceil(Math.max(...rules.map(({ text }) => text.length)) * CHARACTER) + 10;
	const right = width - 8;
	const places = labels.map((_, index) => index);
	const x = scaleBand(places, [left, right]).paddingInner(labels.length > 60 ? 0 : 0.25);
	const step = x.step();
	const middle = (index: number) => (x(index) ?? left) + x.bandwidth() / 2;
	const bases = labels.map(() => 0);
	return {
		left,
		right,
		bottom,
		rules,
		ticks: ticksOf(data.ticks ?? labels, right - left, middle).map(({ x: at, text }) => ({
			x: Math.min(at, width - text.length * HALF),
			text,
		})),
		bars: series
			.filter(({ mark }) => mark === 'bar')
			.map((each) => ({
				series: each,
				bars: each.values.map((value, index) => {
					const base = bases[index] ?? 0;
					bases[index] = base + (value ?? 0);
					const top = y(base + (value ?? 0));
					return { x: x(index) ?? left, y: top, width: x.bandwidth(), height: y(base) - top };
				}),
			})),
		lines: series
			.filter(({ mark }) => mark === 'line')
			.map((each) => ({ series: each, ...lineOf(each.values, middle, y) })),
		middle,
		place: (index) => {
			const half = Math.max(step, 3) / 2;
			const [from, to] = [middle(index) - half, middle(index) + half];
			return { x: Math.max(left, from), width: Math.min(right, to) - Math.max(left, from) };
		},
		indexAt: (at) =>
			Math.max(
				0,
				Math.min(labels.length - 1, Math.floor((at - left + (step - x.bandwidth()) / 2) / step)),
			),
	};
}

/** The scale of the axis, and at which values its rules stand. */
function scaleOf(data: ChartData, range: [bottom: number, top: number]) {
	const most = data.to ?? highest(data);
	const step = data.steps?.find((each) => most <= each * 4);
	if (step === undefined) {
		const y = scaleLinear([data.from ?? 0, most], range);
		if (data.to === undefined) y.nice(4);
		return { y, values: y.ticks(4) };
	}
	const count = Math.ceil(most / step);
	return {
		y: scaleLinear([0, count * step], range),
		values: Array.from({ length: count + 1 }, (_, index) => index * step),
	};
}

/** The highest bar or line; 1 when there is none, so that the axis has a length. */
function highest({ labels, series, least = 0 }: ChartData): number {
	const bars = series.filter(({ mark }) => mark === 'bar');
	const heights = labels.map((_, index) =>
		bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
	);
	const lines = series.flatMap(({ mark, values }) => (mark === 'line' ? values : []));
	const top = [...heights, ...lines].reduce<number>(
		(most, value) => Math.max(most, value ?? 0),
		least,
	);
	return top > 0 ? top : 1;
}

function lineOf(
	values: readonly (number | null)[],
	middle: (index: number) => number,
	y: (value: number) => number,
) {
	const points = values.map((value, index) => ({ value, x: middle(index) }));
	const path = line<(typeof points)[number]>(
		({ x }) => x,
		({ value }) => y(value ?? 0),
	)
		.defined(({ value }) => value !== null)
		.curve(curveMonotoneX)(points);
	const alone = (index: number) =>
		(values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
	const dots = points.flatMap(({ value, x }, index) =>
		value !== null && alone(index) ? [{ x, y: y(value) }] : [],
	);
	return { path: path ?? '', dots };
}

/** As many as there is room for, evenly apart, the first always among them and the last near the end. */
function ticksOf(texts: readonly string[], room: number, middle: (index: number) => number) {
	const widest = Math.max(1, ...texts.map((text) => text.length)) * CHARACTER + 16;
	const fit = Math.max(2, Math.floor(room / widest));
	const needed = Math.ceil((texts.length * widest) / room);
	const every = Math.max(1, needed, Math.floor((texts.length - 1) / (fit - 1)));
	return texts.flatMap((text, index) => (index % every === 0 ? [{ x: middle(index), text }] : []));
}
