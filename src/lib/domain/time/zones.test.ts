import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from './moment.ts';
import { startOfStudyDay } from './start-of-study-day.ts';
import { daysBetween, studyDayOf, type StudyDay } from './study-day.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const zones = [
	'Europe/Berlin',
	'America/New_York',
	'America/St_Johns',
	'Australia/Lord_Howe',
	'Asia/Kathmandu',
	'Pacific/Kiritimati',
	'Pacific/Apia',
	'UTC',
] as const;

type Zone = (typeof zones)[number] | 'Pacific/Auckland' | 'Pacific/Honolulu';

const hours = fc.integer({ min: 0, max: 23 });
const days = fc
	.integer({ min: Date.UTC(2005, 0) / DAY_MS, max: Date.UTC(2035, 0) / DAY_MS })
	.map((day) => day as StudyDay);

const offsets = new Map<Zone, (at: number) => number>();

describe('a study day begins', () => {
	test.each<[string, Zone, string, number, string]>([
		['at four', 'Europe/Berlin', '2026-01-15', 4, '2026-01-15T03:00Z'],
		['at four in summer', 'Europe/Berlin', '2026-07-15', 4, '2026-07-15T02:00Z'],
		['at four after the clocks went on', 'Europe/Berlin', '2026-03-29', 4, '2026-03-29T02:00Z'],
		['at four after the clocks went back', 'Europe/Berlin', '2026-10-25', 4, '2026-10-25T03:00Z'],
		[
			'at the jump, when it skips two o’clock',
			'Europe/Berlin',
			'2026-03-29',
			2,
			'2026-03-29T01:00Z',
		],
		['the first time it is two o’clock', 'Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00Z'],
		['when three o’clock comes', 'Europe/Berlin', '2026-10-25', 3, '2026-10-25T02:00Z'],
		['at the jump', 'America/New_York', '2026-03-08', 2, '2026-03-08T07:00Z'],
		['the first time it is one o’clock', 'America/New_York', '2026-11-01', 1, '2026-11-01T05:00Z'],
		['at the half hour', 'America/St_Johns', '2026-01-15', 4, '2026-01-15T07:30Z'],
		['at the jump', 'America/St_Johns', '2026-03-08', 2, '2026-03-08T05:30Z'],
		['the first of two midnights', 'America/St_Johns', '2006-10-29', 0, '2006-10-29T02:30Z'],
		['at a jump of thirty minutes', 'Australia/Lord_Howe', '2026-10-04', 2, '2026-10-03T15:30Z'],
		['after thirty minutes twice', 'Australia/Lord_Howe', '2026-04-05', 2, '2026-04-04T15:30Z'],
		['at a quarter past', 'Asia/Kathmandu', '2026-01-15', 4, '2026-01-14T22:15Z'],
		['a day ahead', 'Pacific/Kiritimati', '2026-01-15', 4, '2026-01-14T14:00Z'],
		['at four before the lost day', 'Pacific/Apia', '2011-12-29', 4, '2011-12-29T14:00Z'],
		['at the date line, on the lost day', 'Pacific/Apia', '2011-12-30', 4, '2011-12-30T10:00Z'],
		['at four after the lost day', 'Pacific/Apia', '2011-12-31', 4, '2011-12-30T14:00Z'],
		[
			'at midnight of the next, when there is none',
			'Pacific/Apia',
			'2011-12-30',
			0,
			'2011-12-30T10:00Z',
		],
		['at midnight after the lost day', 'Pacific/Apia', '2011-12-31', 0, '2011-12-30T10:00Z'],
	])('%s in %s: %s from %d o’clock', (_when, zone, date, rolloverHour, expected) => {
		const day = (Date.parse(`${date}T00:00Z`) / DAY_MS) as StudyDay;
		const start = startOfStudyDay(day, offsetIn(zone), rolloverHour);
		expect(new Date(start).toISOString()).toBe(new Date(expected).toISOString());
	});

	test('on the dot: the instant before belongs to an earlier day', () => {
		fc.assert(
			fc.property(fc.constantFrom(...zones), days, hours, (zone, day, rolloverHour) => {
				const start = startOfStudyDay(day, offsetIn(zone), rolloverHour);
				expect(dayIn(zone, start, rolloverHour)).toBeGreaterThanOrEqual(day);
				expect(dayIn(zone, start - 1, rolloverHour)).toBeLessThan(day);
			}),
			{ numRuns: 500 },
		);
	});
});

test.each(zones)('in %s time going on never takes a study day back nor skips one', (zone) => {
	const from = Date.UTC(2015, 0);
	const instants = fc.integer({ min: from, max: Date.UTC(2035, 0) });
	fc.assert(
		fc.property(instants, fc.integer({ min: 0, max: 3 * DAY_MS }), hours, (at, later, hour) => {
			const [before, after] = [dayIn(zone, at, hour), dayIn(zone, at + later, hour)];
			expect(after).toBeGreaterThanOrEqual(before);
			expect(after - before).toBeLessThanOrEqual(Math.ceil(later / (DAY_MS - 60 * MINUTE_MS)) + 1);
		}),
		{ numRuns: 300 },
	);
});

test('minute by minute through each change of the clocks, study days only go on', () => {
	const changes: [Zone, string][] = [
		['Europe/Berlin', '2026-03-29T01:00Z'],
		['Europe/Berlin', '2026-10-25T01:00Z'],
		['America/New_York', '2026-03-08T07:00Z'],
		['America/New_York', '2026-11-01T06:00Z'],
		['America/St_Johns', '2026-11-01T04:30Z'],
		['Australia/Lord_Howe', '2026-04-04T15:00Z'],
		['Australia/Lord_Howe', '2026-10-03T15:30Z'],
		['Pacific/Apia', '2011-12-30T10:00Z'],
	];
	for (const [zone, change] of changes) {
		const middle = Date.parse(change);
		expect(offsetIn(zone)(middle - 1)).not.toBe(offsetIn(zone)(middle));
		const minutes = Array.from({ length: 300 }, (_, index) => middle + (index - 150) * MINUTE_MS);
		for (let hour = 0; hour < 24; hour++) {
			const seen = minutes.map((at) => dayIn(zone, at, hour));
			expect(seen).toEqual([...seen].sort((a, b) => a - b));
		}
	}
});

test('ten minutes around the rollover are one study day apart, however the clocks change', () => {
	for (const date of ['2026-03-29', '2026-10-25', '2026-06-01']) {
		const day = (Date.parse(`${date}T00:00Z`) / DAY_MS) as StudyDay;
		for (const hour of [1, 2, 3, 4]) {
			const start = startOfStudyDay(day, offsetIn('Europe/Berlin'), hour);
			const [before, after] = [start - 5 * MINUTE_MS, start + 5 * MINUTE_MS];
			expect(dayIn('Europe/Berlin', after, hour) - dayIn('Europe/Berlin', before, hour)).toBe(1);
		}
	}
});

test('a flight over the date line gains a day or holds it, and never counts below zero', () => {
	const takeOff = Date.parse('2026-05-02T20:00Z');
	const landing = takeOff + 9 * 60 * MINUTE_MS;
	const there = [
		dayIn('Pacific/Auckland', takeOff, 4),
		dayIn('Pacific/Honolulu', landing, 4),
	] as const;
	expect(there[1]).toBeLessThan(there[0]);
	expect(daysBetween(...there)).toBe(0);
	const back = [
		dayIn('Pacific/Honolulu', takeOff, 4),
		dayIn('Pacific/Auckland', landing, 4),
	] as const;
	expect(daysBetween(...back)).toBe(1);
});

test('a clock set back five days, then corrected, counts no days and then the days it missed', () => {
	const at = Date.parse('2026-05-10T12:00Z');
	const [right, wrong, corrected] = [at, at - 5 * DAY_MS, at + DAY_MS].map((time) =>
		dayIn('Europe/Berlin', time, 4),
	);
	if (right === undefined || wrong === undefined || corrected === undefined) throw new Error();
	expect(daysBetween(right, wrong)).toBe(0);
	expect(daysBetween(wrong, corrected)).toBe(6);
	expect(daysBetween(right, corrected)).toBe(1);
});

test('a moment holds what the clock of its place says', () => {
	const at = Date.parse('2026-01-15T22:10Z');
	const clock = { now: () => at, utcOffsetMinutes: offsetIn('Asia/Kathmandu') };
	expect(momentOf(clock, 4)).toEqual({
		at,
		utcOffsetMinutes: 345,
		rolloverHour: 4,
		studyDay: Date.parse('2026-01-15T00:00Z') / DAY_MS,
	});
	expect(momentOf(clock, 4, at + 5 * MINUTE_MS).studyDay).toBe(momentOf(clock, 4).studyDay + 1);
});

/** Minutes a zone is ahead of UTC, read off what the platform says the time there is. */
function offsetIn(zone: Zone): (at: number) => number {
	const known = offsets.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	const offset = (at: number) => {
		const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
		const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? NaN;
		const wallClock = Date.UTC(
			part('year'),
			part('month') - 1,
			part('day'),
			part('hour'),
			part('minute'),
			part('second'),
		);
		return (wallClock - Math.floor(at / 1000) * 1000) / MINUTE_MS;
	};
	offsets.set(zone, offset);
	return offset;
}

function dayIn(zone: Zone, at: number, rolloverHour: number): StudyDay {
	return studyDayOf(at, offsetIn(zone)(at), rolloverHour);
}
