import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { emptyTotals } from './daily-totals.ts';
import { periodsOf, startOfPeriod, suitablePeriod, type PeriodName } from './periods.ts';
import { sumByPeriod, sumCounts } from './sum-counts.ts';

const dayOf = (date: string) => (Date.parse(date) / 86_400_000) as StudyDay;
const days = fc.integer({ min: 0, max: 30_000 }).map((day) => day as StudyDay);
const names = fc.constantFrom<PeriodName>('day', 'week', 'month', 'year');

test.each([
	['day', '2026-11-23', '2026-11-23'],
	['week', '2026-11-22', '2026-11-16'],
	['week', '2026-11-23', '2026-11-23'],
	['month', '2028-02-29', '2028-02-01'],
	['year', '2026-12-31', '2026-01-01'],
] as const)('the %s of %s begins on %s', (period, day, start) => {
	expect(startOfPeriod(dayOf(day), period)).toBe(dayOf(start));
});

test('periods leave no day of a span out, and what they hold adds up to the whole', () => {
	fc.assert(
		fc.property(days, fc.nat(900), names, (from, length, name) => {
			const span = { from, to: (from + length) as StudyDay };
			const starts = periodsOf(span, name);
			expect(starts[0]).toBeLessThanOrEqual(span.from);
			expect(starts.map((start) => startOfPeriod(start, name))).toEqual(starts);
			expect(startOfPeriod(span.to, name)).toBe(starts.at(-1));
			const totals = Array.from({ length: length + 1 }, (_, index) => ({
				...emptyTotals((from + index) as StudyDay, deckId('callbacks')),
				answers: index,
			}));
			const sums = sumByPeriod(totals, starts);
			expect(sumCounts(sums)).toEqual(sumCounts(totals));
			for (const [index, start] of starts.entries()) {
				const own = totals.filter(({ studyDay }) => startOfPeriod(studyDay, name) === start);
				expect(sums[index]).toEqual(sumCounts(own));
			}
		}),
		{ numRuns: 60 },
	);
});

test('a span is shown by the finest period that a phone has room for', () => {
	const suitable = (length: number) =>
		suitablePeriod({ from: 0 as StudyDay, to: (length - 1) as StudyDay });
	expect([30, 90, 365, 1500, 4000].map(suitable)).toEqual(['day', 'week', 'week', 'month', 'year']);
});
