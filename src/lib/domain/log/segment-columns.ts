import { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { packStrings, StringTable } from '#lib/domain/packing/packed-strings.ts';
import type { LogEvent } from './event.ts';
import { expectedDay, near } from './near.ts';
import { kindCode, PlaceTable } from './segment-codes.ts';
import { packDetails, textOfDetails } from './segment-details.ts';
import { packId, textOfId, type LastTime } from './segment-ids.ts';

/**
 * Like goes with like, and each value is told by how it differs from what is to be expected: kinds; devices;
 * sequence numbers; ids; instants; offsets with rollover hours; study days; cards; decks; what only one kind
 * has. Before them stand all strings, sorted, and all pairs of offset and rollover hour.
 */
const COLUMNS = 10;
type Columns<T> = readonly [T, T, T, T, T, T, T, T, T, T];

/** Where the next sequence number of a device is expected, and near which time the next id. */
interface Course {
	readonly sequences: Map<string, number>;
	readonly lastId: LastTime;
}

export function packColumns(into: ByteWriter, events: readonly LogEvent[]): void {
	const strings = new StringTable(textsOf(events));
	const places = new PlaceTable();
	const writers = columns(() => new ByteWriter());
	const [kinds, devices, sequences, ids, instants, placed, days, cards, decks, details] = writers;
	const course: Course = { sequences: new Map(), lastId: { time: 0 } };
	const packed = new Map<string, number>();
	for (const [index, event] of events.entries()) {
		kinds.byte(kindCode(event.kind));
		devices.count(strings.place(event.device));
		sequences.number(event.sequence, course.sequences.get(event.device) ?? 1);
		course.sequences.set(event.device, near(event.sequence + 1));
		packId(ids, event.id, course.lastId, strings);
		instants.number(event.at, course.lastId.time);
		placed.count(places.place(event));
		days.number(event.studyDay, expectedDay(event.at, event.utcOffsetMinutes, event.rolloverHour));
		cards.count(strings.place(event.cardId));
		decks.count(strings.place(event.deckId));
		packDetails(details, event, strings, packed, index);
		packed.set(event.id, index);
	}
	packStrings(into, strings.sorted);
	places.pack(into);
	for (const { written } of writers) into.count(written.length);
	for (const { written } of writers) into.bytes(written);
}

export function columns<T>(make: (column: number) => T): Columns<T> {
	return Array.from({ length: COLUMNS }, (_, column) => make(column)) as unknown as Columns<T>;
}

function textsOf(events: readonly LogEvent[]): Set<string> {
	const texts = new Set<string>();
	const before = new Set<string>();
	for (const event of events) {
		for (const text of [event.device, event.cardId, event.deckId]) texts.add(text);
		for (const text of textOfId(event.id)) texts.add(text);
		for (const text of textOfDetails(event, before)) texts.add(text);
		before.add(event.id);
	}
	return texts;
}
