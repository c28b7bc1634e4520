import { GreenRoomDatabase, SCHEMA_VERSION } from './database.ts';
import { NewerDatabaseError } from './newer-database-error.ts';
import { placeOf, type Place } from './place.ts';

export interface OpenOptions {
	/** The database's name; another one for each test. */
	readonly name?: string;
	/** Elsewhere than where this database is kept: in memory, or where it is being moved to. */
	readonly place?: Place;
	/** A newer version of the app (or a deletion) needs the database: this page can't write any more. */
	readonly onSuperseded?: () => void;
	/** An upgrade waits until older tabs are closed. */
	readonly onBlocked?: () => void;
}

/**
 * Opens the database, made or upgraded where needed.
 *
 * Dexie alone would let old code write into a newer schema, and would reopen after a `versionchange`.
 *
 * @throws {NewerDatabaseError} when a newer version of the app made it
 */
export async function openDatabase(options: OpenOptions = {}): Promise<GreenRoomDatabase> {
	const name = options.name ?? 'green-room';
	const db = new GreenRoomDatabase(name, options.place ?? (await placeOf(name)));
	db.on('versionchange', () => {
		db.close({ disableAutoOpen: true });
		options.onSuperseded?.();
		return false;
	});
	db.on('blocked', () => options.onBlocked?.());
	db.on('ready', () => {
		const found = Math.floor(db.backendDB().version / DEXIE_FACTOR);
		if (found > SCHEMA_VERSION) throw new NewerDatabaseError(found, SCHEMA_VERSION);
	});
	try {
		await db.open();
	} catch (error) {
		db.close({ disableAutoOpen: true });
		throw newerDatabase(error) ?? error;
	}
	return db;
}

/** Dexie multiplies its version numbers for the browser, and counts patches of a schema in the last digit. */
const DEXIE_FACTOR = 10;

function newerDatabase(error: unknown): NewerDatabaseError | null {
	if (error instanceof NewerDatabaseError) return error;
	const inner = error instanceof Error && 'inner' in error ? error.inner : null;
	return inner instanceof NewerDatabaseError ? inner : null;
}
