import { emptyHead } from '#lib/domain/log/head.ts';
import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import type { Device, Snapshot } from '#lib/domain/merge/snapshot.ts';
import { SESSION } from '#lib/storage/answering/session-store.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { PLAN } from '#lib/storage/planning/plan-store.ts';
import { SEEDED } from '#lib/storage/records/seed.ts';
import { nextGeneration } from '#lib/storage/safety/generation.ts';
import { BACKUP } from '#lib/storage/safety/last-backup.ts';
import { rowsOfSnapshot } from './rows-of-snapshot.ts';

/** Everything, tombstones and stamps included, as it stands at one moment. */
export async function exportAll({ db }: StoreContext): Promise<Snapshot> {
	return db.transaction('r', contentTables(db), async () => {
		const [decks, notes, cards, bases, events, auditions, settings, devices] = await Promise.all([
			db.decks.toArray(),
			db.notes.toArray(),
			db.cards.toArray(),
			db.bases.toArray(),
			db.events.toArray(),
			db.auditions.toArray(),
			db.settings.toArray(),
			db.devices.toArray(),
		]);
		return {
			decks,
			notes,
			cards: cards.map(cardOfRow),
			bases,
			reviews: events.map(eventOfRow),
			auditions: auditions.map(completeAudition),
			settings,
			devices: devices.filter(hasWritten).map(deviceOfRow),
		};
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

/** A device that has only seen what others wrote has no place in a backup. */
function hasWritten({ id, sequence, stamp }: DeviceRow): boolean {
	return sequence > 0 || stamp.endsWith(id);
}

function deviceOfRow({ id, sequence, lastEventTime, stamp }: DeviceRow): Device {
	return { id, sequence, lastEventTime, stamp };
}

function contentTables(db: GreenRoomDatabase) {
	const { decks, notes, cards, bases, events, auditions, settings, devices } = db;
	return [decks, notes, cards, bases, events, auditions, settings, devices];
}
