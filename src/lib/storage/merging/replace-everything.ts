import type { Table } from 'dexie';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { SESSION } from '#lib/storage/answering/session-store.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { PLAN } from '#lib/storage/planning/plan-store.ts';
import { SEEDED } from '#lib/storage/records/seed.ts';
import { nextGeneration } from '#lib/storage/safety/generation.ts';
import { dropKeptStatistics } from '#lib/storage/statistics/kept-statistics.ts';
import { collectionTables } from './collection-tables.ts';
import { deviceRowsOf } from './device-rows-of.ts';
import { rowsOfCollection } from './rows-of-collection.ts';

/**
 * Puts a collection in the place of everything, all or nothing; a new generation begins. Schedules and totals are
 * rebuilt from its events before the transaction. This device keeps its id and goes on counting where it or the
 * collection came further. Nobody is told.
 *
 * @param own this device
 * @param progress told how much is done: half is replaying events, half storing rows
 * @param beyond the new generation is later than this one, too
 */
export function replaceEverything(
	db: GreenRoomDatabase,
	own: DeviceId,
	collection: Collection,
	progress: (done: number, of: number) => void = () => undefined,
	beyond = 0,
): Promise<void> {
	return exclusively(`${db.name} backup`, () => replace(db, own, collection, progress, beyond));
}

async function replace(
	db: GreenRoomDatabase,
	own: DeviceId,
	collection: Collection,
	progress: (done: number, of: number) => void,
	beyond: number,
): Promise<void> {
	const { content, log } = collection;
	const { cards, days, undoTop, events } = rowsOfCollection(collection, own, (replayed) =>
		progress(replayed / log.length, 2),
	);
	const all = content.notes.length + cards.length + log.length;
	let stored = 0;
	const store = async <Row>(table: Table<Row>, pieces: Iterable<readonly Row[]>) => {
		for (const rows of pieces) {
			await table.bulkAdd(rows);
			stored += rows.length;
			progress(1 + stored / all, 2);
		}
	};
	const tables = [...collectionTables(db), db.days];
	await db.transaction('rw', [...tables, db.meta], async () => {
		const before = await deviceRow(db, own);
		await Promise.all(tables.map((table) => table.clear()));
		await db.decks.bulkAdd(content.decks);
		await store(db.notes, inPieces(content.notes));
		await store(db.cards, inPieces(cards));
		await db.bases.bulkAdd(content.bases);
		await store(db.events, events.batches());
		await db.days.bulkAdd(days);
		await db.auditions.bulkAdd(content.auditions);
		await db.settings.bulkAdd(content.settings);
		await db.devices.bulkAdd(deviceRowsOf(content.devices, events, { ...before, undoTop }));
		await db.meta.bulkDelete([SEEDED, SESSION, PLAN]);
		await dropKeptStatistics(db);
		await nextGeneration(db, beyond);
	});
}

/** Rows stored at a time, between two tellings of how far it is. */
const PIECE = 5000;

function* inPieces<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
	for (let from = 0; from < rows.length; from += PIECE) yield rows.slice(from, from + PIECE);
}
