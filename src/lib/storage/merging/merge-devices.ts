import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { extended } from '#lib/domain/log/head.ts';
import { latest } from '#lib/domain/merge/hybrid-clock.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';
import { eventsSince } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { undoStackOf } from '#lib/storage/log/undo-stack.ts';

/**
 * Moves every device's counters and head on by what a merge brought; inside a transaction that has stored the
 * fresh events. This device's next id and stamp come after all it has seen.
 *
 * @returns this device's row
 */
export async function mergeDevices(
	db: GreenRoomDatabase,
	own: DeviceId,
	{ devices }: Snapshot,
	fresh: readonly LogEvent[],
	hasNewRules: boolean,
): Promise<DeviceRow> {
	const rows = new Map((await db.devices.toArray()).map((row) => [row.id, row]));
	const rowOf = (id: DeviceId) => rows.get(id) ?? newDevice(id);
	let self = await deviceRow(db, own);
	rows.set(own, self);
	for (const { id, sequence, lastEventTime, stamp } of devices) {
		const row = rowOf(id);
		rows.set(id, {
			...row,
			sequence: Math.max(row.sequence, sequence),
			lastEventTime: Math.max(row.lastEventTime, lastEventTime),
			stamp: latest(row.stamp, stamp),
		});
	}
	for (const event of fresh) {
		const row = rowOf(event.device);
		const time = timeOfUuid(event.id);
		rows.set(event.device, {
			...row,
			...extended(row, event.sequence, eventChecksum(event)),
			lastEventTime: time > row.lastEventTime ? time : row.lastEventTime,
		});
	}
	self = rowOf(own);
	for (const { lastEventTime, stamp } of rows.values()) {
		self = {
			...self,
			lastEventTime: Math.max(self.lastEventTime, lastEventTime),
			stamp: latest(self.stamp, stamp),
		};
	}
	if (hasNewRules) self = { ...self, rulesVersion: self.rulesVersion + 1 };
	if (fresh.some(({ device }) => device === own)) {
		self = { ...self, undoTop: await stackAnew(db, own) };
	}
	rows.set(own, self);
	await db.devices.bulkPut([...rows.values()]);
	return self;
}

/** Own events came back, which a restore had taken away: undo takes them back too. */
async function stackAnew(db: GreenRoomDatabase, own: DeviceId): Promise<number> {
	const { below, top } = undoStackOf(await eventsSince(db, own, 0), own);
	await db.events
		.where('[device+sequence]')
		.between([own, -Infinity], [own, Infinity])
		.modify((row) => {
			Object.assign(row, { below: below.get(row.id) ?? null });
		});
	return top;
}
