import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { Store } from '#lib/storage/store.ts';
import { connectContent } from './connect.ts';
import { deviceClock } from './device-clock.ts';

/**
 * The same store on a database that lives in this page alone, for browsers that refuse to store anything and
 * disks that are full. The library for it is fetched only then.
 *
 * @param snapshot what could still be read; null for a fresh start
 */
export async function connectInMemory(snapshot: Snapshot | null): Promise<Store> {
	const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
	const memory = { indexedDB: new IDBFactory(), IDBKeyRange };
	const db = await openDatabase({
		name: `green-room in memory ${crypto.randomUUID()}`,
		place: memory,
	});
	const store = new Store(db, deviceClock, (count) =>
		crypto.getRandomValues(new Uint8Array(count)),
	);
	if (snapshot) await store.replaceAll(snapshot);
	await connectContent(store);
	return store;
}
