import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';

const KEY = 'device';

/**
 * This device's id: the one in the database, else `candidate`, which is kept from then on. Two tabs on a
 * first visit agree on one.
 */
export async function ownDevice(db: GreenRoomDatabase, candidate: DeviceId): Promise<DeviceId> {
	const known = await knownDevice(db);
	if (known !== null) return known;
	return db.transaction('rw', db.meta, db.devices, async () => {
		const made = await knownDevice(db);
		if (made !== null) return made;
		await Promise.all([
			db.meta.put({ key: KEY, value: candidate }),
			db.devices.put(newDevice(candidate)),
		]);
		return candidate;
	});
}

/** Null before this browser's first visit. */
export async function knownDevice(db: GreenRoomDatabase): Promise<DeviceId | null> {
	const value = (await db.meta.get(KEY))?.value;
	return typeof value === 'string' ? (value as DeviceId) : null;
}

/** Inside a transaction. */
export async function deviceRow(db: GreenRoomDatabase, id: DeviceId): Promise<DeviceRow> {
	return (await db.devices.get(id)) ?? newDevice(id);
}
