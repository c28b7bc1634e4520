import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { crc32OfBytes } from '#lib/domain/packing/crc32-of-bytes.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import type { LogEvent } from './event.ts';
import { eventAt } from './event-at.ts';
import { LogColumns } from './log-columns.ts';
import { readColumns } from './read-columns.ts';
import { packColumns } from './segment-columns.ts';

/**
 * Events packed into bytes that need nothing else to be read: what the journal seals, and what the whole log
 * is read from where one row after another would take too long. Some hundreds to thousands of events make
 * a good segment: about 30 bytes each, and a million are read in about a second.
 *
 * The bytes: `GRS` and the version of the format; the CRC-32 of all that follows, low byte first; the head;
 * the columns (see `segment-columns.ts`).
 */
export interface SegmentHead {
	readonly count: number;
	readonly devices: readonly SegmentDevice[];
}

/** What a segment holds of one device. */
export interface SegmentDevice {
	readonly device: DeviceId;
	/** The lowest and the highest sequence number. Between them none is missing when their distance fits. */
	readonly first: number;
	readonly last: number;
	readonly count: number;
}

const MAGIC = [0x47, 0x52, 0x53] as const;
const VERSION = 1;
const HEAD_AT = 8;

/** @throws when an event holds a value that no event can have, such as a rating of 5 */
export function packEvents(events: readonly LogEvent[]): Uint8Array<ArrayBuffer> {
	const content = new ByteWriter();
	packHead(content, headOf(events));
	packColumns(content, events);
	const bytes = new Uint8Array(HEAD_AT + content.written.length);
	bytes.set([...MAGIC, VERSION]);
	bytes.set(content.written, HEAD_AT);
	new DataView(bytes.buffer).setUint32(4, crc32OfBytes(content.written), true);
	return bytes;
}

/**
 * The events, in the order in which they were packed.
 *
 * @throws DamagedError for bytes that `packEvents` did not make
 */
export function unpackEvents(bytes: Uint8Array): LogEvent[] {
	const columns = new LogColumns();
	unpackInto(columns, bytes);
	return Array.from({ length: columns.length }, (_, index) => eventAt(columns, index));
}

/**
 * Adds a segment's events to the columns, in the order in which they were packed. Many times as fast as events
 * one by one.
 *
 * @throws DamagedError for bytes that `packEvents` did not make; the columns then are as they were
 */
export function unpackInto(columns: LogColumns, bytes: Uint8Array): void {
	const from = checkedContent(bytes);
	const { count } = unpackHead(from);
	readColumns(from, columns, count);
}

/**
 * What is in a segment, without reading its events. All bytes are checked nevertheless.
 *
 * @throws DamagedError for bytes that `packEvents` did not make
 */
export function readSegmentHead(bytes: Uint8Array): SegmentHead {
	return unpackHead(checkedContent(bytes));
}

function checkedContent(bytes: Uint8Array): ByteReader {
	if (bytes.length < HEAD_AT || MAGIC.some((byte, index) => bytes[index] !== byte)) {
		throw new DamagedError('These bytes are no segment.');
	}
	if (bytes[3] !== VERSION) {
		throw new DamagedError('This segment was packed by a newer version, or is damaged.');
	}
	const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
	const content = bytes.subarray(HEAD_AT);
	if (crc32OfBytes(content) !== expected) throw new DamagedError('This segment is damaged.');
	return new ByteReader(content);
}

function headOf(events: readonly LogEvent[]): SegmentHead {
	const devices = new Map<DeviceId, SegmentDevice>();
	for (const { device, sequence } of events) {
		const known = devices.get(device);
		devices.set(device, {
			device,
			first: Math.min(known?.first ?? sequence, sequence),
			last: Math.max(known?.last ?? sequence, sequence),
			count: (known?.count ?? 0) + 1,
		});
	}
	return { count: events.length, devices: [...devices.values()] };
}

function packHead(into: ByteWriter, { count, devices }: SegmentHead): void {
	into.count(count);
	into.count(devices.length);
	for (const { device, first, last, count: held } of devices) {
		into.text(device);
		into.number(first);
		into.number(last);
		into.count(held);
	}
}

function unpackHead(from: ByteReader): SegmentHead {
	const count = from.count();
	const devices = Array.from({ length: from.size() }, () => ({
		device: from.text() as DeviceId,
		first: from.number(),
		last: from.number(),
		count: from.count(),
	}));
	return { count, devices };
}
