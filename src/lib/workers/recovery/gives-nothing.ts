import { isDiskFull } from '#lib/storage/database/failure-words.ts';
import { CONTENT_TABLES } from '#lib/storage/database/watch-rows.ts';
import { openRaw, settled } from '#lib/workers/journal/raw-database.ts';

/**
 * Whether not one row of the log or of content can be read from a database any more, or it does not even open: then
 * nothing is lost with it.
 */
export async function givesNothing(database: string): Promise<boolean> {
	let db: IDBDatabase;
	try {
		db = await openRaw(database);
	} catch (error) {
		return !isDiskFull(error);
	}
	try {
		for (const table of ['events', ...CONTENT_TABLES]) {
			if (await givesARow(db, table)) return false;
		}
		return true;
	} finally {
		db.close();
	}
}

async function givesARow(db: IDBDatabase, table: string): Promise<boolean> {
	if (!db.objectStoreNames.contains(table)) return false;
	try {
		const rows = await settled(db.transaction(table).objectStore(table).getAll(null, 1));
		return rows.length > 0;
	} catch {
		return false;
	}
}
