import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, studyDayOf } from './study-day.ts';

/** Instants in epoch seconds, zones in minutes west of UTC; `days` since the collection began. */
interface AnkiVector {
	readonly crt: number;
	readonly crtWest: number;
	readonly now: number;
	readonly nowWest: number;
	readonly roll: number;
	readonly days: number;
}

/** Where the larger table lies, when it is there. */
const SAMPLES = '../shared/samples/study-day-vectors.json';

/** Worked out by hand: a collection begun on 2026-01-10 at noon in Berlin (UTC+1), and one in Honolulu. */
const byHand: AnkiVector[] = (
	[
		['2026-01-10T11:00Z', 60, '2026-01-10T11:00Z', 60, 4, 0],
		['2026-01-10T11:00Z', 60, '2026-01-11T02:59Z', 60, 4, 0],
		['2026-01-10T11:00Z', 60, '2026-01-11T03:00Z', 60, 4, 1],
		['2026-01-10T11:00Z', 60, '2026-01-11T21:59Z', 60, 23, 0],
		['2026-01-10T11:00Z', 60, '2026-01-11T22:00Z', 60, 23, 1],
		['2026-01-10T11:00Z', 60, '2026-01-05T11:00Z', 60, 4, 0],
		['2026-01-10T11:00Z', 60, '2026-07-10T02:00Z', 120, 4, 181],
		['2026-01-10T11:00Z', 60, '2026-07-10T01:59Z', 120, 4, 180],
		['2026-01-10T22:00Z', -600, '2026-01-11T13:59Z', -600, 4, 0],
		['2026-01-10T22:00Z', -600, '2026-01-11T14:00Z', -600, 4, 1],
		['2026-01-10T22:00Z', -600, '2026-01-11T14:00Z', 840, 4, 2],
	] as const
).map(([crt, crtEast, now, nowEast, roll, days]) => ({
	crt: Date.parse(crt) / 1000,
	crtWest: -crtEast,
	now: Date.parse(now) / 1000,
	nowWest: -nowEast,
	roll,
	days,
}));

test.each(byHand)('Anki’s day count agrees: $now at $nowWest west is day $days', (vector) => {
	expect(daysSinceCreation(vector)).toBe(vector.days);
});

test('Anki’s day count agrees in every row of the published table', () => {
	const rows = existsSync(SAMPLES)
		? (JSON.parse(readFileSync(SAMPLES, 'utf8')) as AnkiVector[])
		: byHand;
	expect(rows.length).toBeGreaterThan(10);
	for (const row of rows) expect([row, daysSinceCreation(row)]).toEqual([row, row.days]);
});

test('a study day begins at the rollover hour of the wall clock', () => {
	const fourInBerlin = Date.UTC(2026, 0, 2, 3);
	expect(studyDayOf(fourInBerlin, 60, 4) - studyDayOf(fourInBerlin - 1, 60, 4)).toBe(1);
});

test('day 0 began on 1970-01-01, and days before it are negative', () => {
	expect(studyDayOf(4 * 3_600_000, 0, 4)).toBe(0);
	expect(studyDayOf(4 * 3_600_000 - 1, 0, 4)).toBe(-1);
});

test('days between are never negative, and undo what adding days does', () => {
	const moments = fc.tuple(
		fc.integer({ min: 0, max: 4e12 }),
		fc.integer({ min: -720, max: 840 }),
		fc.integer({ min: 0, max: 23 }),
	);
	fc.assert(
		fc.property(moments, moments, fc.nat(40_000), (a, b, days) => {
			const [one, other] = [studyDayOf(...a), studyDayOf(...b)];
			expect(daysBetween(one, other)).toBeGreaterThanOrEqual(0);
			expect(daysBetween(one, other) - daysBetween(other, one)).toBe(other - one);
			expect(daysBetween(one, addDays(one, days))).toBe(days);
		}),
	);
});

/** The rule of Anki: a collection's own day begins at midnight, every later one at the rollover. */
function daysSinceCreation({ crt, crtWest, now, nowWest, roll }: AnkiVector): number {
	return daysBetween(studyDayOf(crt * 1000, -crtWest, 0), studyDayOf(now * 1000, -nowWest, roll));
}
