import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { emptyHead, headsOf, type Head } from '#lib/domain/log/head.ts';
import { latest } from '#lib/domain/merge/hybrid-clock.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';

/**
 * The device rows of a snapshot that takes the place of everything: of this device, which goes on counting
 * where it or the snapshot came further, and of every other that wrote.
 *
 * @param before this device's row as it stands
 */
export function deviceRowsOf(
	{ devices, reviews }: Snapshot,
	before: DeviceRow,
	undoTop: number,
): DeviceRow[] {
	const heads = headsOf(reviews);
	let own = withHead({ ...before, undoTop, rulesVersion: before.rulesVersion + 1 }, heads);
	for (const { sequence, lastEventTime, stamp, id } of devices) {
		own = {
			...own,
			sequence: id === own.id ? Math.max(own.sequence, sequence) : own.sequence,
			lastEventTime: Math.max(own.lastEventTime, lastEventTime),
			stamp: latest(own.stamp, stamp),
		};
	}
	for (const { id } of reviews) {
		const time = timeOfUuid(id);
		if (time > own.lastEventTime) own = { ...own, lastEventTime: time };
	}
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
