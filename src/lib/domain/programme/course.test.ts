import { expect, test } from 'vitest';
import { course } from './course.ts';

test('up to ten weeks each day is a node', () => {
	const { days, lengths } = course([30]);
	expect(days).toEqual(Array.from({ length: 31 }, (_, day) => day));
	expect(new Set(lengths)).toEqual(new Set([1]));
});

test('a year is some seventy nodes that leave no day out, each day by itself at first and before an audition', () => {
	const { days, lengths } = course([200, 365]);
	expect(days.length).toBeLessThan(100);
	expect(lengths.reduce((a, b) => a + b, 0)).toBe(366);
	for (const day of [0, 7, 14, 180, 200, 345, 365]) expect(days).toContain(day);
	for (const [v, day] of days.entries()) expect((days[v + 1] ?? 366) - day).toBe(lengths[v]);
});

test('tells the days between any two nodes', () => {
	const { days, gaps, gapOf } = course([120]);
	for (const [u, from] of days.entries())
		for (const [v, to] of days.entries())
			if (v >= u) expect(gaps[gapOf[u * days.length + v] ?? -1]).toBe(to - from);
});

test('an audition today has one day', () => {
	expect(course([0])).toMatchObject({ days: [0], lengths: [1], gaps: [0] });
});
