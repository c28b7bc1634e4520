import type { EventId } from '#lib/domain/cards/ids.ts';
import type { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import type { StringTable } from '#lib/domain/packing/packed-strings.ts';
import { bytesOfUuid } from '#lib/domain/packing/uuid-bytes.ts';

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

/** What the table of strings must hold for an id to be packed. */
export function textOfId(id: EventId): readonly string[] {
	return bytesOfUuid(id) ? [] : [id];
}
