import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Head } from '#lib/domain/log/head.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { readGeneration } from './generation.ts';

/** What the database itself says it holds: a few small rows, however large the collection is. */
export function presentSentinel(db: GreenRoomDatabase): Promise<Sentinel> {
	return db.transaction('r', [db.devices, db.meta], async () => {
		const [rows, generation, own] = await Promise.all([
			db.devices.toArray(),
			readGeneration(db),
			knownDevice(db),
		]);
		const stamp = rows.find(({ id }) => id === own)?.stamp ?? SEED_STAMP;
		return { generation, own, stamp, heads: headsOfRows(rows) };
	});
}

export function headsOfRows(rows: readonly DeviceRow[]): Record<DeviceId, Head> {
	const written = rows.filter(({ count }) => count > 0);
	return Object.fromEntries(written.map((row) => [row.id, headOfRow(row)]));
}

export function headOfRow({ sequence, count, hash }: DeviceRow): Head {
	return { sequence, count, hash };
}
