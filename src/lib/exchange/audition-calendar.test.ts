import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { plainAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { auditionId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { auditionCalendar } from './audition-calendar.ts';

const DAY_MS = 86_400_000;
// A Monday.
const today = (Date.UTC(2026, 10, 23) / DAY_MS) as StudyDay;
const day = (today + 7) as StudyDay;
const hedda: Audition = {
	...plainAudition,
	id: auditionId('hedda'),
	name: 'Hedda; “second, round” \\ Ibsen’s longest title that anyone has ever had to fold ÄÖÜ 🎭',
	at: Date.UTC(2026, 10, 30, 9, 30),
	weekdaysOff: [6],
	datesOff: [(today + 2) as StudyDay],
};

const made = (audition: Audition, until = day) =>
	auditionCalendar({
		audition,
		today,
		day: until,
		reminderMinutes: 18 * 60 + 15,
		minutesPerDay: 12.2,
		now: today * DAY_MS,
		origin: 'https://example.org',
	});

const eventsOf = (text: string) =>
	new ICAL.Component(ICAL.parse(text) as string[])
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));

test('the audition stands at its instant, under its own name', () => {
	const [event] = eventsOf(made(hedda));
	expect(event?.summary).toBe(hedda.name);
	expect(event?.startDate.toJSDate().getTime()).toBe(hedda.at);
	expect(event?.startDate.zone.tzid).toBe('UTC');
	expect(event?.component.getAllSubcomponents('valarm')).toHaveLength(1);
});

test('a reminder rings on each day of study, at that time of the wall clock', () => {
	const [, reminder] = eventsOf(made(hedda));
	const times: string[] = [];
	const each = reminder?.iterator();
	for (let time = each?.next(); time; time = each?.next()) times.push(time.toString());
	expect(times).toEqual(['23', '24', '26', '27', '29'].map((date) => `2026-11-${date}T18:15:00`));
	const [alarm] = reminder?.component.getAllSubcomponents('valarm') ?? [];
	expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
});

test('without a single day off there is no line for one, and every day has its reminder', () => {
	const text = made({ ...hedda, weekdaysOff: [], datesOff: [] });
	expect(text).toContain('RRULE:');
	expect(text).not.toContain('EXDATE');
	const [, reminder] = eventsOf(text);
	const each = reminder?.iterator();
	let days = 0;
	while (each?.next()) days++;
	expect(days).toBe(7);
});

test('without a day of study there is no reminder', () => {
	expect(eventsOf(made(hedda, today))).toHaveLength(1);
});

test('lines are folded at 75 octets and end as the standard says', () => {
	const lines = made(hedda).split('\r\n');
	const bytes = lines.map((line) => new TextEncoder().encode(line).length);
	expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
	expect(lines.join('')).not.toContain('\n');
});
