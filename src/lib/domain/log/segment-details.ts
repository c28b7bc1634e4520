import type { EventId } from '#lib/domain/cards/ids.ts';
import type { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import type { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { stringAt, type StringTable } from '#lib/domain/packing/packed-strings.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { EventBase, LogEvent, PracticeEvent, ReviewEvent, UndoEvent } from './event.ts';
import { codeOf, valueAt } from './segment-codes.ts';

/** Never reordered: a value's place is its code. */
const ratings = [1, 2, 3, 4] as const;
const states = ['new', 'learning', 'review', 'relearning'] as const;
const ways = ['review', 'recap'] as const;
const drills = ['recap', 'match', 'again'] as const;
const marks = [1, 3] as const;

/** What an event's kind adds to what all events have. @param packed places of the events before */
export function packDetails(
	into: ByteWriter,
	event: LogEvent,
	strings: StringTable,
	packed: ReadonlyMap<string, number>,
	index: number,
): void {
	switch (event.kind) {
		case 'review':
			return packReview(into, event);
		case 'practice':
			return packPractice(into, event, strings);
		case 'undo':
			return packUndo(into, event, strings, index - (packed.get(event.undoes) ?? index));
		case 'reschedule':
			return into.number(event.day);
		case 'bury':
			return into.number(event.through);
		case 'reset':
		case 'suspend':
		case 'unsuspend':
			return undefined;
	}
}

/** @param before the events unpacked before */
export function unpackDetails(
	from: ByteReader,
	kind: LogEvent['kind'],
	base: EventBase,
	strings: readonly string[],
	before: readonly LogEvent[],
): LogEvent {
	switch (kind) {
		case 'review':
			return unpackReview(from, base);
		case 'practice':
			return unpackPractice(from, base, strings);
		case 'undo':
			return { ...base, kind, undoes: unpackUndone(from, strings, before) };
		case 'reschedule':
			return { ...base, kind, day: from.number() as StudyDay };
		case 'bury':
			return { ...base, kind, through: from.number() as StudyDay };
		case 'reset':
			return { ...base, kind };
		case 'suspend':
		case 'unsuspend':
			return { ...base, kind };
	}
}

/** What the table of strings must hold for the details to be packed. @param before ids packed before */
export function textOfDetails(event: LogEvent, before: ReadonlySet<string>): readonly string[] {
	if (event.kind === 'undo') return before.has(event.undoes) ? [] : [event.undoes];
	return event.kind === 'practice' && event.confusedWith !== null ? [event.confusedWith] : [];
}

function packReview(into: ByteWriter, { rating, from, outcome, via, durationMs }: ReviewEvent) {
	const { state, stepsLeft, interval, leech, suspended } = outcome;
	const inDays = 'days' in interval;
	into.byte(codeOf(ratings, rating) | (codeOf(states, from) << 2) | (codeOf(states, state) << 4));
	into.byte(codeOf(ways, via) | (bit(leech) << 1) | (bit(suspended) << 2) | (bit(inDays) << 3));
	into.number(stepsLeft);
	into.number(inDays ? interval.days : interval.seconds);
	into.number(durationMs);
}

function unpackReview(from: ByteReader, base: EventBase): ReviewEvent {
	const answer = from.byte();
	const marked = from.byte();
	const state = valueAt(states, answer >> 4);
	if (state === 'new') throw new DamagedError('No answer makes a card new.');
	const stepsLeft = from.number();
	const interval = from.number();
	const outcome = {
		state,
		stepsLeft,
		interval: marked & 8 ? { days: interval } : { seconds: interval },
		leech: (marked & 2) !== 0,
		suspended: (marked & 4) !== 0,
	};
	const { id, device, sequence, at, utcOffsetMinutes, rolloverHour } = base;
	// Not spread: this is most of what a log holds, and several times as fast.
	return {
		kind: 'review',
		id,
		device,
		sequence,
		at,
		utcOffsetMinutes,
		rolloverHour,
		studyDay: base.studyDay,
		cardId: base.cardId,
		deckId: base.deckId,
		rating: valueAt(ratings, answer & 3),
		durationMs: from.number(),
		from: valueAt(states, (answer >> 2) & 3),
		outcome,
		via: valueAt(ways, marked & 1),
	};
}

function packPractice(into: ByteWriter, event: PracticeEvent, strings: StringTable): void {
	const { drill, rating, durationMs, confusedWith } = event;
	into.byte(codeOf(drills, drill) | (codeOf(marks, rating) << 2));
	into.number(durationMs);
	into.count(confusedWith === null ? 0 : strings.place(confusedWith) + 1);
}

function unpackPractice(
	from: ByteReader,
	base: EventBase,
	strings: readonly string[],
): PracticeEvent {
	const code = from.byte();
	const durationMs = from.number();
	const confused = from.count();
	return {
		...base,
		kind: 'practice',
		drill: valueAt(drills, code & 3),
		rating: valueAt(marks, code >> 2),
		durationMs,
		confusedWith: confused === 0 ? null : stringAt(strings, confused - 1),
	};
}

/** @param back how far back its event was packed; 0 for one of another segment, which the strings hold */
function packUndo(
	into: ByteWriter,
	{ undoes }: UndoEvent,
	strings: StringTable,
	back: number,
): void {
	into.count(back);
	if (back === 0) into.count(strings.place(undoes));
}

function unpackUndone(
	from: ByteReader,
	strings: readonly string[],
	before: readonly LogEvent[],
): EventId {
	const back = from.count();
	if (back === 0) return stringAt(strings, from.count()) as EventId;
	const event = before[before.length - back];
	if (!event) throw new DamagedError('An undo names no event.');
	return event.id;
}

function bit(flag: boolean): number {
	return flag ? 1 : 0;
}
