import ical, {
	ICalAlarmType,
	ICalCalendarMethod,
	ICalEventRepeatingFreq,
	ICalWeekday,
} from 'ical-generator';
import type { Audition } from '#lib/domain/audition/audition.ts';
import { daysOffOf, weekdays } from '#lib/domain/audition/days-off.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';

export interface CalendarRequest {
	readonly audition: Audition;
	readonly today: StudyDay;
	/** The study day of the audition. */
	readonly day: StudyDay;
	/** When to be reminded each day: minutes after midnight, on the wall clock. */
	readonly reminderMinutes: number;
	/** What the plan takes on a day; null when nobody knows yet. */
	readonly minutesPerDay: number | null;
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	/** Where the app stands, for the link in the reminders: "https://example.org". */
	readonly origin: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nobody knows how long an audition takes; a calendar wants an end. */
const AUDITION_MINUTES = 60;
const ICAL_WEEKDAYS = [
	ICalWeekday.SU,
	ICalWeekday.MO,
	ICalWeekday.TU,
	ICalWeekday.WE,
	ICalWeekday.TH,
	ICalWeekday.FR,
	ICalWeekday.SA,
] as const;

/**
 * The text of an iCalendar file (RFC 5545): the audition at its instant, in UTC, and a reminder to study on each
 * day of study before it. The reminders float: they ring at that time of the wall clock wherever the device is,
 * and the clocks may change in between. Ids are permanent, so importing a newer file replaces the older one.
 */
export function auditionCalendar(request: CalendarRequest): string {
	const { audition, now, origin } = request;
	const { id, name, at } = audition;
	const calendar = ical({
		name: `Green Room: ${name}`,
		prodId: { company: 'Green Room', product: 'Audition planner', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
	});
	const common = { stamp: new Date(now), url: `${origin}/audition` };
	const event = calendar.createEvent({
		...common,
		id: `${id}@green-room`,
		start: new Date(at),
		end: new Date(at + AUDITION_MINUTES * MINUTE_MS),
		summary: name,
		description: 'Breathe. You know this. The recap takes ninety seconds.',
	});
	event.createAlarm({ type: ICalAlarmType.display, trigger: 2 * 3600, description: name });
	const days = studyDays(request);
	const [first] = days;
	const last = days.at(-1);
	if (first === undefined || last === undefined) return calendar.toString();
	const start = onWallClock(first, request.reminderMinutes);
	const minutes = Math.max(5, Math.ceil(request.minutesPerDay ?? audition.minutesPerDay ?? 10));
	const free = daysOffOf({ weekdaysOff: [], datesOff: audition.datesOff }, first, last);
	const exclude = free.map((day) => onWallClock(day, request.reminderMinutes));
	const reminder = calendar.createEvent({
		...common,
		id: `${id}-study@green-room`,
		floating: true,
		start,
		end: new Date(start.getTime() + minutes * MINUTE_MS),
		summary: `Green Room: ${name}`,
		description: `Today’s cards, about ${minutes} min.`,
		repeating: {
			freq: ICalEventRepeatingFreq.DAILY,
			byDay: weekdays
				.filter((weekday) => !audition.weekdaysOff.includes(weekday))
				.map((weekday) => ICAL_WEEKDAYS[weekday]),
			until: onWallClock(last, request.reminderMinutes),
			// The library writes an empty list as a line without a date, which the standard has not.
			...(exclude.length > 0 ? { exclude } : {}),
		},
	});
	reminder.createAlarm({
		type: ICalAlarmType.display,
		trigger: 0,
		description: 'Time for your cards',
	});
	return calendar.toString();
}

/** The days before the audition on which there is study. */
function studyDays({ audition, today, day }: CalendarRequest): StudyDay[] {
	const off = new Set(daysOffOf(audition, today, day));
	return Array.from({ length: day - today }, (_, index) => addDays(today, index)).filter(
		(each) => !off.has(each),
	);
}

/** A floating time: the library writes the parts that a date has in UTC, whatever zone this device is in. */
function onWallClock(day: StudyDay, minutes: number): Date {
	return new Date(day * DAY_MS + minutes * MINUTE_MS);
}
