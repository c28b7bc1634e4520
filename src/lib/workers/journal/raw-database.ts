import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { placeOf } from '#lib/storage/database/place.ts';

/**
 * The database as the browser has it, for reading only: it is never made, upgraded or held against a newer
 * version.
 *
 * @throws when there is none
 */
export async function openRaw(name: string): Promise<IDBDatabase> {
	const { indexedDB } = await placeOf(name);
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onupgradeneeded = () => {
			request.transaction?.abort();
			reject(new Error('There is no database.'));
		};
		request.onerror = () => reject(request.error ?? new Error('The database does not open.'));
		request.onsuccess = () => {
			const db = request.result;
			db.onversionchange = () => db.close();
			resolve(db);
		};
	});
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
	});
}

/** A device's events after a sequence number, in order, no more than `limit`. */
export async function rawEventsAfter(
	db: IDBDatabase,
	device: DeviceId,
	sequence: number,
	limit: number,
): Promise<LogEvent[]> {
	const index = db.transaction('events').objectStore('events').index('[device+sequence]');
	const range = IDBKeyRange.bound([device, sequence], [device, Infinity], true);
	const rows = (await settled(index.getAll(range, limit))) as EventRow[];
	return rows.map(eventOfRow);
}

/** All events, some thousands at a time, as far as they can be read. */
export async function* rawEventRows(db: IDBDatabase): AsyncGenerator<EventRow[]> {
	let range: IDBKeyRange | null = null;
	for (;;) {
		const store = db.transaction('events').objectStore('events');
		const rows = (await settled(store.getAll(range, ROWS))) as EventRow[];
		const last = rows.at(-1);
		if (!last) return;
		yield rows;
		range = IDBKeyRange.lowerBound(last.id, true);
	}
}

const ROWS = 4096;

/** All rows of a table; none when there is no such table. */
export async function rawRows(db: IDBDatabase, table: string): Promise<unknown[]> {
	if (!db.objectStoreNames.contains(table)) return [];
	return settled(db.transaction(table).objectStore(table).getAll());
}
