import { emptyHead } from '#lib/domain/log/head.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { SESSION } from '#lib/storage/answering/session-store.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { PLAN } from '#lib/storage/planning/plan-store.ts';
import { SEEDED } from '#lib/storage/records/seed.ts';
import { nextGeneration } from '#lib/storage/safety/generation.ts';
import { BACKUP } from '#lib/storage/safety/last-backup.ts';
import { readContent } from './read-content.ts';
import { rowsOfSnapshot } from './rows-of-snapshot.ts';

/** Everything, tombstones and stamps included, as it stands at one moment. */
export async function exportAll({ db }: StoreContext): Promise<Snapshot> {
	return db.transaction('r', contentTables(db), async () => {
		const [{ content }, events] = await Promise.all([readContent(db), db.events.toArray()]);
		return { ...content, reviews: events.map(eventOfRow) };
	});
}

/**
 * Puts a snapshot in the place of everything, all or nothing; a new generation begins. Schedules and totals are rebuilt from its
 * events. This device keeps its id and goes on counting where it or the snapshot came further.
 */
export function replaceAll(context: StoreContext, snapshot: Snapshot): Promise<void> {
	return exclusively(`${context.db.name} backup`, () => replace(context, snapshot));
}

async function replace(context: StoreContext, snapshot: Snapshot): Promise<void> {
	const { db } = context;
	const own = await context.device();
	const rows = rowsOfSnapshot(snapshot, own);
	await db.transaction('rw', [...contentTables(db), db.days, db.meta], async () => {
		const before = await deviceRow(db, own);
		await Promise.all([...contentTables(db), db.days].map((table) => table.clear()));
		await db.decks.bulkAdd(rows.decks);
		await db.notes.bulkAdd(rows.notes);
		await db.cards.bulkAdd(rows.cards);
		await db.bases.bulkAdd(rows.bases);
		await db.events.bulkAdd(rows.events);
		await db.days.bulkAdd(rows.days);
		await db.auditions.bulkAdd(rows.auditions);
		await db.settings.bulkAdd(rows.settings);
		await db.devices.bulkAdd(rows.devices(before));
		await db.meta.bulkDelete([SEEDED, SESSION, PLAN]);
		await nextGeneration(db);
	});
	context.announce('everything');
}

/** Empties everything. This device keeps its id and goes on counting, so that no event's place is used twice. */
export function wipe(context: StoreContext): Promise<void> {
	return exclusively(`${context.db.name} backup`, () => empty(context));
}

async function empty(context: StoreContext): Promise<void> {
	const { db } = context;
	const own = await context.device();
	await db.transaction('rw', [...contentTables(db), db.days, db.meta], async () => {
		const before = await deviceRow(db, own);
		await Promise.all([...contentTables(db), db.days].map((table) => table.clear()));
		await db.meta.bulkDelete([SEEDED, SESSION, BACKUP, PLAN]);
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

function contentTables(db: GreenRoomDatabase) {
	const { decks, notes, cards, bases, events, auditions, settings, devices } = db;
	return [decks, notes, cards, bases, events, auditions, settings, devices];
}
