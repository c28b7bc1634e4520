import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { emptyHead, type Head } from '#lib/domain/log/head.ts';
import { latest } from '#lib/domain/merge/hybrid-clock.ts';
import type { Device } from '#lib/domain/merge/snapshot.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';

/** What a log that takes the place of everything says of devices. */
export interface LogOfDevices {
	readonly heads: ReadonlyMap<DeviceId, Head>;
	/** The latest time of an id in it. */
	readonly latestTime: number;
}

/**
 * The device rows of a collection that takes the place of everything: of this device, which goes on counting
 * where it or the collection came further, and of every other that wrote.
 *
 * @param before this device's row as it stands, but for the top of its undo stack
 */
export function deviceRowsOf(
	devices: readonly Device[],
	{ heads, latestTime }: LogOfDevices,
	before: DeviceRow,
): DeviceRow[] {
	let own = withHead({ ...before, rulesVersion: before.rulesVersion + 1 }, heads);
	for (const { sequence, lastEventTime, stamp, id } of devices) {
		own = {
			...own,
			sequence: id === own.id ? Math.max(own.sequence, sequence) : own.sequence,
			lastEventTime: Math.max(own.lastEventTime, lastEventTime),
			stamp: latest(own.stamp, stamp),
		};
	}
	own = { ...own, lastEventTime: Math.max(own.lastEventTime, latestTime) };
	const rows = new Map<DeviceId, DeviceRow>([...heads.keys()].map((id) => [id, newDevice(id)]));
	for (const device of devices) rows.set(device.id, { ...newDevice(device.id), ...device });
	rows.delete(own.id);
	return [own, ...[...rows.values()].map((row) => withHead(row, heads))];
}

/** The row with the count and hash of its events; its counter is never moved back. */
function withHead(row: DeviceRow, heads: ReadonlyMap<DeviceId, Head>): DeviceRow {
	const { sequence, count, hash } = heads.get(row.id) ?? emptyHead;
	return { ...row, sequence: Math.max(row.sequence, sequence), count, hash };
}
