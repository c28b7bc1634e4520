import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { emptyHead, type Head } from '#lib/domain/log/head.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import type { Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';

/** What the log and the records say of devices. */
export interface SeenOfDevices {
	readonly heads: ReadonlyMap<DeviceId, Head>;
	/** This device; null before it wrote anything. */
	readonly own: DeviceId | null;
	/** Its topmost event that undo takes back, where the stored one is wrong. */
	readonly undoTop: number | null;
	/** The time of the latest event id of any device. */
	readonly lastEventTime: number;
	/** The latest stamp of any record. */
	readonly stamp: Stamp;
}

/**
 * Devices' rows as they should be, where they are not: counts and hashes of what is there, counters that no next
 * event, id or stamp falls behind. A count that is higher than its events stays: that loss must be seen.
 */
export function deviceMends(rows: readonly DeviceRow[], seen: SeenOfDevices): DeviceRow[] {
	const { heads, own } = seen;
	const known = new Map(rows.map((row) => [row.id, row]));
	const ids = new Set([...known.keys(), ...heads.keys(), ...(own === null ? [] : [own])]);
	return [...ids].flatMap((id) => {
		const row = known.get(id);
		const head = heads.get(id) ?? emptyHead;
		const counted = withHead(row ?? lostRow(id, seen), head);
		const right = id === own ? ownRow(counted, seen) : counted;
		return row && canonicalJson(row) === canonicalJson(right) ? [] : [right];
	});
}

function withHead(row: DeviceRow, head: Head): DeviceRow {
	const sequence = Math.max(row.sequence, head.sequence);
	if (row.count > head.count) return { ...row, sequence };
	return { ...row, ...head, sequence };
}

/** Ids that this device gives come after all it has seen. */
function ownRow(row: DeviceRow, { undoTop, lastEventTime }: SeenOfDevices): DeviceRow {
	return {
		...row,
		undoTop: undoTop ?? row.undoTop,
		lastEventTime: Math.max(row.lastEventTime, lastEventTime),
	};
}

/** A row that is gone altogether. */
function lostRow(id: DeviceId, { own, stamp }: SeenOfDevices): DeviceRow {
	return id === own ? { ...newDevice(id), stamp } : newDevice(id);
}
