import { expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { dateOfDay, presetSpan, spanOfDates } from './spans.ts';

const day = (number: number) => number as StudyDay;

test('a preset ends today; all time begins with the first day', () => {
	expect(presetSpan('7', day(100), day(10))).toEqual({ from: 94, to: 100 });
	expect(presetSpan('all', day(100), day(10))).toEqual({ from: 10, to: 100 });
	expect(presetSpan('all', day(100), null)).toEqual({ from: 100, to: 100 });
});

test('two dates are a span whichever comes first; one left empty is open', () => {
	const [from, to] = [dateOfDay(day(20_000)), dateOfDay(day(20_030))];
	const between = (one: string, other: string) => spanOfDates(one, other, day(20_100), day(19_000));
	expect(between(from, to)).toEqual({ from: 20_000, to: 20_030 });
	expect(between(to, from)).toEqual({ from: 20_000, to: 20_030 });
	expect(between('', to)).toEqual({ from: 19_000, to: 20_030 });
	expect(between(from, '')).toEqual({ from: 20_000, to: 20_100 });
	expect(between('', '')).toEqual({ from: 19_000, to: 20_100 });
	expect(spanOfDates('', '', day(20_100), null)).toEqual({ from: 20_100, to: 20_100 });
});
