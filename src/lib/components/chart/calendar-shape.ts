import { scaleQuantize } from 'd3-scale';
import type { ChartData } from './chart-data.ts';

/** Days as squares, weeks side by side from Monday down, in as many lines as there is no room for in one. */
export interface CalendarShape {
	readonly height: number;
	/** Of a square, px. */
	readonly size: number;
	/** `level`: 0 nothing, 1 to 4 from little to much. */
	readonly days: readonly { readonly x: number; readonly y: number; readonly level: number }[];
	readonly months: readonly { readonly x: number; readonly y: number; readonly text: string }[];
	/** The day at a place; null beside them. */
	readonly indexAt: (x: number, y: number) => number | null;
}

const GAP = 2;
const SMALLEST = 9;
const LARGEST = 15;
const MONTHS = 18;
/** px that the name of a month takes at most. */
const NAME = 28;
/** What is not laid out yet has no width. */
const NARROWEST = 200;

/** @param firstWeekday of the first label: 0 Monday to 6 Sunday @param measured px of width; 0 before it is laid out */
export function shapeCalendar(
	{ labels, ticks = [], series }: ChartData,
	firstWeekday: number,
	measured: number,
): CalendarShape {
	const width = Math.max(NARROWEST, measured);
	const weeks = Math.ceil((labels.length + firstWeekday) / 7);
	const lines = Math.max(1, Math.ceil((weeks * (SMALLEST + GAP)) / width));
	const weeksALine = Math.ceil(weeks / lines);
	const size = Math.max(4, Math.min(LARGEST, Math.floor(width / weeksALine) - GAP));
	const step = size + GAP;
	const lineHeight = MONTHS + 7 * step + GAP;
	const values = labels.map((_, index) =>
		series.reduce(
			(sum, { mark, values: own }) => sum + (mark === 'bar' ? (own[index] ?? 0) : 0),
			0,
		),
	);
	const level = scaleQuantize([0, Math.max(1, ...values)], [1, 2, 3, 4]);
	const days = values.map((value, index) => {
		const week = Math.floor((index + firstWeekday) / 7);
		return {
			x: (week % weeksALine) * step,
			y: Math.floor(week / weeksALine) * lineHeight + MONTHS + ((index + firstWeekday) % 7) * step,
			level: value === 0 ? 0 : level(value),
		};
	});
	return {
		height: lines * lineHeight,
		size,
		days,
		months: ticks.flatMap((text, index) => {
			const day = days[index];
			if (text === '' || !day) return [];
			// At the end of a line a name begins a little before its month, rather than not at all.
			return [
				{
					x: Math.min(day.x, width - NAME),
					y: Math.floor(day.y / lineHeight) * lineHeight + 12,
					text,
				},
			];
		}),
		indexAt: (x, y) => {
			const week = Math.floor(y / lineHeight) * weeksALine + Math.floor(x / step);
			const weekday = Math.floor(((y % lineHeight) - MONTHS) / step);
			const index = week * 7 + weekday - firstWeekday;
			const isDay = weekday >= 0 && weekday < 7 && x >= 0 && x < weeksALine * step;
			return isDay && index >= 0 && index < labels.length ? index : null;
		},
	};
}
