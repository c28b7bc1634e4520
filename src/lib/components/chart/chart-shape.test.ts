import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, told, type ChartData } from './chart-data.ts';
import { shapeChart } from './chart-shape.ts';

function chart(values: readonly (number | null)[], mark: 'bar' | 'line' = 'bar'): ChartData {
	return {
		title: 'Answers',
		x: 'Day',
		labels: values.map((_, index) => `Day ${index}`),
		series: [{ name: 'Good', tone: 'green', mark, values }],
		format: String,
	};
}

test('bars stand on the axis, on one another, and as high as their values', () => {
	const one = chart([2, 0, 4]);
	const { bars, bottom } = shapeChart(
		{
			...one,
			series: [...one.series, { name: 'Again', tone: 'curtain', mark: 'bar', values: [2, 1, 4] }],
		},
		340,
		200,
	);
	const [lower, upper] = bars.map(({ bars: each }) => each);
	expect(lower?.map(({ y, height }) => Math.round(y + height))).toEqual([bottom, bottom, bottom]);
	expect(upper?.map(({ y, height }) => Math.round(y + height))).toEqual(
		lower?.map(({ y }) => Math.round(y)),
	);
	expect(lower?.[2]?.height).toBeCloseTo(2 * (lower?.[0]?.height ?? 0));
});

test('a line has a gap where there is no value, and a dot where a value stands alone', () => {
	const { lines } = shapeChart(chart([1, 2, null, 4, null], 'line'), 340, 200);
	expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
	expect(lines[0]?.dots).toHaveLength(1);
});

test('nothing is drawn outside, and the label under a pointer is the one that stands there', () => {
	const values = fc.array(fc.option(fc.nat(1e6)), { minLength: 1, maxLength: 400 });
	fc.assert(
		fc.property(values, fc.integer({ min: 280, max: 1200 }), (each, width) => {
			const shape = shapeChart(chart(each), width, 200);
			for (const { x, y, width: wide, height } of shape.bars[0]?.bars ?? []) {
				expect(x).toBeGreaterThanOrEqual(shape.left - 0.01);
				expect(x + wide).toBeLessThanOrEqual(shape.right + 0.01);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(height).toBeGreaterThanOrEqual(0);
			}
			for (const index of each.keys()) {
				expect(shape.indexAt(shape.middle(index))).toBe(index);
				const { x, width: wide } = shape.place(index);
				expect(x).toBeGreaterThanOrEqual(shape.left);
				expect(x + wide).toBeLessThanOrEqual(shape.right + 0.01);
				expect(wide).toBeGreaterThan(0.5);
			}
			expect(shape.indexAt(-50)).toBe(0);
			expect(shape.indexAt(5000)).toBe(each.length - 1);
		}),
	);
});

test('the words under the axis never touch', () => {
	const long = { ...chart(Array.from({ length: 90 }, () => 1)), ticks: Array(90).fill('12 Nov') };
	const { ticks } = shapeChart(long, 320, 200);
	expect(ticks.length).toBeGreaterThan(2);
	for (const [index, { x }] of ticks.slice(1).entries()) {
		expect(x - (ticks[index]?.x ?? 0)).toBeGreaterThan(6 * 7);
	}
});

test.each(['26 Nov', '26 Nov 2036'])('the words “%s” under an axis reach to its end', (tick) => {
	for (let days = 400; days < 4000; days += 7) {
		const ticks = Array<string>(days).fill(tick);
		const shape = shapeChart({ ...chart(ticks.map(() => 1)), ticks }, 280, 200);
		const [last, before] = shape.ticks.toReversed().map(({ x }) => x);
		const half = tick.length * 3.3;
		expect(last).toBeGreaterThan(280 - half - 16);
		expect((last ?? 0) - (before ?? 0)).toBeGreaterThan(2 * half);
	}
});

test('a place is told in words, a missing value as a dash', () => {
	const data = { ...chart([5, null]), format: (value: number) => `${value} cards` };
	expect(told(data, 0)).toBe('Day 0: Good 5 cards');
	expect(told(data, 1)).toBe('Day 1: Good –');
});

test('a chart of nothing but zeros and gaps is blank', () => {
	expect(isBlank(chart([0, null]))).toBe(true);
	expect(isBlank(chart([0, 1]))).toBe(false);
});

test('the rules of a count stand at whole numbers, however small it is', () => {
	for (let most = 0; most < 30; most++) {
		const { rules } = shapeChart({ ...chart([most]), least: 4 }, 340, 200);
		expect(rules.length).toBeGreaterThan(2);
		for (const { text } of rules) expect(text).toMatch(/^\d+$/);
	}
	const { rules } = shapeChart(chart([1]), 340, 200);
	expect(rules.some(({ text }) => text.includes('.'))).toBe(true);
});
