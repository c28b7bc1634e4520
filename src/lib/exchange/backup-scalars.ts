import * as v from 'valibot';
import type {
	AuditionId,
	CardId,
	DeckId,
	DeviceId,
	EventId,
	NoteId,
	SectionId,
} from '#lib/domain/cards/ids.ts';
import { isStamp, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** The values a backup is made of. Each message says what would be right, after the name of the field. */

const LONGEST_ID = 1000;
const LONGEST_TEXT = 1_000_000;
const FURTHEST_DAY = 3_000_000;

const name = v.pipe(
	v.string('must be a name'),
	v.minLength(1, 'must not be empty'),
	v.maxLength(LONGEST_ID, `must not be longer than ${LONGEST_ID} characters`),
);

export const deckId = v.pipe(
	name,
	v.transform((text) => text as DeckId),
);
export const sectionId = v.pipe(
	name,
	v.transform((text) => text as SectionId),
);
export const noteId = v.pipe(
	name,
	v.transform((text) => text as NoteId),
);
export const cardId = v.pipe(
	name,
	v.transform((text) => text as CardId),
);
export const eventId = v.pipe(
	name,
	v.transform((text) => text as EventId),
);
export const deviceId = v.pipe(
	name,
	v.transform((text) => text as DeviceId),
);
export const auditionId = v.pipe(
	name,
	v.transform((text) => text as AuditionId),
);
export const itemKey = name;

export const text = v.pipe(
	v.string('must be text'),
	v.maxLength(LONGEST_TEXT, `must not be longer than ${LONGEST_TEXT} characters`),
);

export const flag = v.boolean('must be true or false');

export const finite = v.pipe(v.number('must be a number'), v.finite('must be a number'));

export function whole(least: number, most: number) {
	const message = `must be a whole number from ${least} to ${most}`;
	return v.pipe(
		v.number(message),
		v.safeInteger(message),
		v.minValue(least, message),
		v.maxValue(most, message),
	);
}

export const count = whole(0, Number.MAX_SAFE_INTEGER);

export const studyDay = v.pipe(
	whole(-FURTHEST_DAY, FURTHEST_DAY),
	v.transform((day) => day as StudyDay),
);

export const stamp = v.pipe(
	v.string('must be a stamp'),
	v.maxLength(LONGEST_ID, 'must be a stamp'),
	v.check(isStamp, 'must be a stamp'),
	v.transform((value) => value as Stamp),
);

const ISO = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const ISO_MESSAGE = 'must be a time in UTC such as 2026-11-02T09:30:00.000Z';

/** An ISO 8601 time in UTC, read as milliseconds since 1970. */
export const time = v.pipe(
	v.string(ISO_MESSAGE),
	v.regex(ISO, ISO_MESSAGE),
	v.check(isOnTheCalendar, ISO_MESSAGE),
	v.transform((value) => Date.parse(value)),
);

/** JavaScript would take 30 February for 2 March. */
function isOnTheCalendar(value: string): boolean {
	const at = Date.parse(value);
	if (Number.isNaN(at)) return false;
	const written = new Date(at).toISOString();
	// As the app writes them: a large file has millions.
	if (written === value) return true;
	const seconds = (iso: string) => iso.replace(/(?:\.\d+)?Z$/, '');
	return seconds(written) === seconds(value);
}

const DATE_MESSAGE = 'must be a date such as 2026-11-02';
const DAY_MS = 86_400_000;

/** A calendar date, read as the study day that begins on it. */
export const date = v.pipe(
	v.string(DATE_MESSAGE),
	v.regex(/^\d{4}-\d\d-\d\d$/, DATE_MESSAGE),
	v.check((value) => isOnTheCalendar(`${value}T00:00:00Z`), DATE_MESSAGE),
	v.transform((value) => (Date.parse(`${value}T00:00:00Z`) / DAY_MS) as StudyDay),
);
