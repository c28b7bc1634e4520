import { expect, test } from 'vitest';
import { shapeCalendar } from './calendar-shape.ts';

const values = Array.from({ length: 365 }, (_, index) => index % 9);
const year = {
	title: 'Days',
	x: 'Day',
	labels: values.map((_, index) => `Day ${index}`),
	ticks: values.map((_, index) => (index % 30 === 0 ? `M${index / 30}` : '')),
	series: [{ name: 'Answers', tone: 'green' as const, mark: 'bar' as const, values }],
	format: String,
};

test.each([260, 320, 900])(
	'at %i px all days fit, apart from one another, and are found again',
	(width) => {
		const { days, size, height, indexAt } = shapeCalendar(year, 3, width);
		expect(days).toHaveLength(365);
		expect(new Set(days.map(({ x, y }) => `${x} ${y}`)).size).toBe(365);
		for (const [index, { x, y }] of days.entries()) {
			expect(x + size).toBeLessThanOrEqual(width);
			expect(y + size).toBeLessThanOrEqual(height);
			expect(indexAt(x + 1, y + 1)).toBe(index);
		}
		expect(indexAt(-5, 40)).toBeNull();
		expect(days.every(({ level }, index) => (level === 0) === (values[index] === 0))).toBe(true);
	},
);

test('every month has its name, wherever it begins, and no two names touch', () => {
	for (let width = 240; width < 900; width += 7) {
		const { months } = shapeCalendar(year, 3, width);
		expect(months.map(({ text }) => text)).toEqual(year.ticks.filter((tick) => tick !== ''));
		for (const [index, { x, y }] of months.entries()) {
			expect(x + 28).toBeLessThanOrEqual(width);
			const next = months[index + 1];
			if (next?.y === y) expect(next.x - x).toBeGreaterThanOrEqual(24);
		}
	}
});

test('before it is laid out, nothing of it stands at no place', () => {
	const { days, size, height } = shapeCalendar(year, 3, 0);
	const places = days.flatMap(({ x, y }) => [x, y]);
	expect([size, height, ...places].every(Number.isFinite)).toBe(true);
});
