import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { emptyHead } from '#lib/domain/log/head.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import type { GreenRoomDatabase } from './database.ts';
import type { DeviceRow } from './device-row.ts';

const KEY = 'device';

/**
 * This device's id: the one in the database, else `candidate`, which is kept from then on. Two tabs on a
 * first visit agree on one.
 */
export async function ownDevice(db: GreenRoomDatabase, candidate: DeviceId): Promise<DeviceId> {
	const known = await db.meta.get(KEY);
	if (typeof known?.value === 'string') return known.value as DeviceId;
	return db.transaction('rw', db.meta, db.devices, async () => {
		const made = await db.meta.get(KEY);
		if (typeof made?.value === 'string') return made.value as DeviceId;
		await Promise.all([
			db.meta.put({ key: KEY, value: candidate }),
			db.devices.put(newDevice(candidate)),
		]);
		return candidate;
	});
}

/** Inside a transaction. */
export async function deviceRow(db: GreenRoomDatabase, id: DeviceId): Promise<DeviceRow> {
	return (await db.devices.get(id)) ?? newDevice(id);
}

export function newDevice(id: DeviceId): DeviceRow {
	return {
		id,
		...emptyHead,
		lastEventTime: 0,
		stamp: SEED_STAMP,
		undoTop: 0,
		rulesVersion: 0,
	};
}
