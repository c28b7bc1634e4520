import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { KnownRows } from '#lib/storage/context/known-rows.ts';
import { OtherTabs } from '#lib/storage/context/other-tabs.ts';
import { SchedulingRules } from '#lib/storage/context/scheduling-rules.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';

/**
 * Lets parts of the store work in a worker that changes much at once, on the database of the tab that asked.
 *
 * @param now in ms
 * @throws when there is no collection yet
 */
export async function inWorkerContext<T>(
	database: string,
	now: number,
	work: (context: StoreContext) => Promise<T>,
): Promise<T> {
	const db = await openDatabase({ name: database });
	const tabs = new OtherTabs(db.name);
	try {
		return await work(contextOf(db, tabs, now, await deviceOf(db)));
	} finally {
		tabs.close();
		db.close();
	}
}

function contextOf(
	db: GreenRoomDatabase,
	tabs: OtherTabs,
	now: number,
	own: DeviceId,
): StoreContext {
	return {
		db,
		clock: { now: () => now, utcOffsetMinutes: () => 0 },
		randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
		rules: new SchedulingRules(db),
		known: new KnownRows(),
		device: () => Promise.resolve(own),
		// Every card may have changed, and the journals of the tabs follow.
		announce: () => tabs.announce('everything'),
	};
}

async function deviceOf(db: GreenRoomDatabase): Promise<DeviceId> {
	const device = await knownDevice(db);
	if (device === null) throw new Error('There is no collection yet.');
	return device;
}
