import type { EventId } from '#lib/domain/cards/ids.ts';
import type { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import type { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { type StringTable, stringAt } from '#lib/domain/packing/packed-strings.ts';
import { bytesOfUuid, uuidOfBytes } from '#lib/domain/packing/uuid-bytes.ts';

/** The time part of the latest id that had one: the next is near to it. */
export interface LastTime {
	time: number;
}

/**
 * A UUID's time part by its distance from the one before, and its other ten bytes. Any other id is a string
 * of the table.
 */
export function packId(into: ByteWriter, id: EventId, last: LastTime, strings: StringTable): void {
	const uuid = bytesOfUuid(id);
	into.byte(uuid ? 1 : 0);
	if (!uuid) return into.count(strings.place(id));
	into.number(uuid.time, last.time);
	into.bytes(uuid.rest);
	last.time = uuid.time;
}

export function unpackId(from: ByteReader, last: LastTime, strings: readonly string[]): EventId {
	if (from.byte() === 0) return stringAt(strings, from.count()) as EventId;
	const time = from.number(last.time);
	if (!Number.isInteger(time) || time < 0 || time >= 2 ** 48) {
		throw new DamagedError('An id has no time.');
	}
	last.time = time;
	from.fill(rest);
	return uuidOfBytes(time, rest) as EventId;
}

/** One for all, since a view of the bytes for each id takes longer than reading it. */
const rest = new Uint8Array(10);

/** What the table of strings must hold for an id to be packed. */
export function textOfId(id: EventId): readonly string[] {
	return bytesOfUuid(id) ? [] : [id];
}
