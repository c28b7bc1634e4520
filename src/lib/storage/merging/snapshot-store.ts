import { columnsOf } from '#lib/domain/log/columns-of.ts';
import { emptyHead } from '#lib/domain/log/head.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { SESSION } from '#lib/storage/answering/session-store.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { PLAN } from '#lib/storage/planning/plan-store.ts';
import { SEEDED } from '#lib/storage/records/seed.ts';
import { nextGeneration } from '#lib/storage/safety/generation.ts';
import { BACKUP } from '#lib/storage/safety/last-backup.ts';
import { dropKeptStatistics } from '#lib/storage/statistics/kept-statistics.ts';
import { collectionTables } from './collection-tables.ts';
import { readContent } from './read-content.ts';
import { replaceEverything } from './replace-everything.ts';

/** Everything, tombstones and stamps included, as it stands at one moment. */
export async function exportAll({ db }: StoreContext): Promise<Snapshot> {
	return db.transaction('r', collectionTables(db), async () => {
		const [{ content }, events] = await Promise.all([readContent(db), db.events.toArray()]);
		return { ...content, reviews: events.map(eventOfRow) };
	});
}

/** Puts a snapshot in the place of everything, all or nothing; see `replaceEverything`. */
export function replaceAll(
	context: StoreContext,
	{ reviews, ...content }: Snapshot,
): Promise<void> {
	return replaceWith(context, { content, log: columnsOf(reviews) });
}

/** The same of a collection. */
export async function replaceWith(
	context: StoreContext,
	collection: Collection,
	progress?: (done: number, of: number) => void,
): Promise<void> {
	await replaceEverything(context.db, await context.device(), collection, progress);
	context.announce('everything');
}

/** Empties everything. This device keeps its id and goes on counting, so that no event's place is used twice. */
export function wipe(context: StoreContext): Promise<void> {
	return exclusively(`${context.db.name} backup`, () => empty(context));
}

async function empty(context: StoreContext): Promise<void> {
	const { db } = context;
	const own = await context.device();
	await db.transaction('rw', [...collectionTables(db), db.days, db.meta], async () => {
		const before = await deviceRow(db, own);
		await Promise.all([...collectionTables(db), db.days].map((table) => table.clear()));
		await db.meta.bulkDelete([SEEDED, SESSION, BACKUP, PLAN]);
		await dropKeptStatistics(db);
		await nextGeneration(db);
		const { rulesVersion } = before;
		const { sequence } = before;
		await db.devices.put({
			...before,
			...emptyHead,
			sequence,
			undoTop: 0,
			rulesVersion: rulesVersion + 1,
		});
	});
	context.announce('everything');
}
