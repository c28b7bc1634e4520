import { expect, test } from 'vitest';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { crc32OfBytes } from '#lib/domain/packing/crc32-of-bytes.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { packStrings } from '#lib/domain/packing/packed-strings.ts';
import { exampleEvent } from '#lib/domain/statistics/example-event.ts';
import { columnsOf } from './columns-of.ts';
import { eventAt } from './event-at.ts';
import { kindCode } from './segment-codes.ts';
import { unpackEvents, unpackInto } from './segment.ts';

interface Made {
	/** How many events the head promises. */
	readonly count?: number;
	readonly idTime?: number;
	/** How far back the event is that the only one undoes; null: it suspends. */
	readonly undoesBack?: number | null;
}

/** A segment of one event, with a right checksum, that `packEvents` would not make. */
function segmentOf({ count = 1, idTime = 5, undoesBack = null }: Made): Uint8Array {
	const content = new ByteWriter();
	content.count(count);
	content.count(0);
	packStrings(content, ['text']);
	content.count(1);
	content.number(0);
	content.number(4);
	const columns = [
		(kinds: ByteWriter) => kinds.byte(kindCode(undoesBack === null ? 'suspend' : 'undo')),
		(devices: ByteWriter) => devices.count(0),
		(sequences: ByteWriter) => sequences.number(1, 1),
		(ids: ByteWriter) => {
			ids.byte(1);
			ids.number(idTime);
			ids.bytes(new Uint8Array(10));
		},
		(instants: ByteWriter) => instants.number(idTime, Number.isInteger(idTime) ? idTime : 0),
		(places: ByteWriter) => places.count(0),
		(days: ByteWriter) => days.number(0),
		(cards: ByteWriter) => cards.count(0),
		(decks: ByteWriter) => decks.count(0),
		(details: ByteWriter) => undoesBack !== null && details.count(undoesBack),
	].map((fill) => {
		const column = new ByteWriter();
		fill(column);
		return column;
	});
	for (const { written } of columns) content.count(written.length);
	for (const { written } of columns) content.bytes(written);
	const bytes = new Uint8Array(8 + content.written.length);
	bytes.set([0x47, 0x52, 0x53, 1]);
	bytes.set(content.written, 8);
	new DataView(bytes.buffer).setUint32(4, crc32OfBytes(content.written), true);
	return bytes;
}

test('an id has a time from 0 to 48 bits, or its segment is damaged', () => {
	for (const idTime of [0, 1, 2 ** 48 - 1]) {
		const [event] = unpackEvents(segmentOf({ idTime }));
		const digits = idTime.toString(16).padStart(12, '0');
		expect(event?.id).toBe(`${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`);
	}
	for (const idTime of [-1, 0.5, 2 ** 48, Infinity, NaN]) {
		expect(() => unpackEvents(segmentOf({ idTime }))).toThrow(DamagedError);
	}
});

test('a head that promises other events is refused before room is made for them', () => {
	for (const count of [0, 2, 2 ** 50]) {
		expect(() => unpackEvents(segmentOf({ count }))).toThrow(DamagedError);
	}
});

test('an undo can’t reach back behind its own segment by places', () => {
	const before = columnsOf([{ ...exampleEvent(1), kind: 'suspend' }]);
	expect(() => unpackInto(before, segmentOf({ undoesBack: 1 }))).toThrow(DamagedError);
	expect(before.length).toBe(1);
	expect(eventAt(before, 0).id).toBe('event-0001' as EventId);
});
