import type { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import type { StringTable } from '#lib/domain/packing/packed-strings.ts';
import type { LogEvent, PracticeEvent, ReviewEvent, UndoEvent } from './event.ts';
import { codeOf, drills, marks, ratings, states, ways } from './segment-codes.ts';

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

function packPractice(into: ByteWriter, event: PracticeEvent, strings: StringTable): void {
	const { drill, rating, durationMs, confusedWith } = event;
	into.byte(codeOf(drills, drill) | (codeOf(marks, rating) << 2));
	into.number(durationMs);
	into.count(confusedWith === null ? 0 : strings.place(confusedWith) + 1);
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

function bit(flag: boolean): number {
	return flag ? 1 : 0;
}
