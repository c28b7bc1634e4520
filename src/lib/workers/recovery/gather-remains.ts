import type { DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { latest, SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { emptySentinel, mergeSentinels, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { CONTENT_TABLES } from '#lib/storage/database/watch-rows.ts';
import { GENERATION } from '#lib/storage/safety/generation.ts';
import { ContentRows } from '#lib/workers/journal/content-rows.ts';
import { generationFolder, journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { opfsSentinel } from '#lib/workers/journal/opfs-sentinel.ts';
import { openRaw, rawRows } from '#lib/workers/journal/raw-database.ts';
import { readJournal } from '#lib/workers/journal/read-journal.ts';

/** All that can still be had of a collection, from the database and the journal together. */
export interface Remains {
	/** Everything that any sentinel has seen. */
	readonly seen: Sentinel;
	readonly events: ReadonlyMap<EventId, LogEvent>;
	readonly content: ContentRows;
	/** Decks, notes and settings are complete up to here. */
	readonly contentStamp: Stamp;
	/** Sound events that were found in the database, and in the journal. */
	readonly inDatabase: number;
	readonly inJournal: number;
	/** Rows, lines and segments that were there and are damaged. */
	readonly damaged: number;
}

/** @param noted what localStorage has seen. Never throws: what can't be read is not there. */
export async function gatherRemains(database: string, noted: Sentinel): Promise<Remains> {
	const journal = await journalRemains(database, noted);
	const rows = await databaseRemains(database, journal.seen.generation);
	const events = new Map<EventId, LogEvent>();
	for (const event of [...journal.events, ...rows.events]) events.set(event.id, event);
	return {
		seen: journal.seen,
		events,
		content: new ContentRows([...journal.rows, ...rows.rows]),
		contentStamp: latest(journal.stamp, rows.stamp),
		inDatabase: rows.events.length,
		inJournal: journal.events.length,
		damaged: journal.damaged + rows.damaged,
	};
}

async function journalRemains(database: string, noted: Sentinel) {
	try {
		const folder = await journalFolder(database);
		const opfs = await opfsSentinel(folder);
		const seen = mergeSentinels(noted, opfs);
		const contents = await readJournal(await generationFolder(folder, seen.generation));
		const stamp = opfs.generation === seen.generation ? opfs.stamp : SEED_STAMP;
		return { ...contents, seen, stamp };
	} catch {
		return { events: [], rows: [], damaged: 0, seen: noted, stamp: SEED_STAMP };
	}
}

/** What the database still gives. One of an earlier generation says nothing of the present one. */
async function databaseRemains(database: string, generation: number) {
	const nothing = { events: [], rows: [], damaged: 0, stamp: SEED_STAMP };
	try {
		const db = await openRaw(database);
		try {
			const meta = (await rawRows(db, 'meta')) as { key: string; value: unknown }[];
			const found = meta.find(({ key }) => key === GENERATION)?.value ?? 0;
			if (found !== generation) return nothing;
			const own = meta.find(({ key }) => key === 'device')?.value as DeviceId | undefined;
			const devices = (await rowsIfAny(db, 'devices')) as DeviceRow[];
			const stored = (await rowsIfAny(db, 'events')) as EventRow[];
			const sound = stored.filter(isSound).map(eventOfRow);
			const rows = [];
			for (const table of CONTENT_TABLES) {
				rows.push(...(await rowsIfAny(db, table)).map((row) => ({ table, row })));
			}
			const stamp = devices.find(({ id }) => id === own)?.stamp ?? SEED_STAMP;
			return { events: sound, rows, damaged: stored.length - sound.length, stamp };
		} finally {
			db.close();
		}
	} catch {
		return nothing;
	}
}

function rowsIfAny(db: IDBDatabase, table: string): Promise<unknown[]> {
	return rawRows(db, table).catch(() => []);
}

function isSound(row: EventRow): boolean {
	try {
		return eventChecksum(eventOfRow(row)) === row.checksum;
	} catch {
		return false;
	}
}

export const noRemains: Remains = {
	seen: emptySentinel,
	events: new Map(),
	content: new ContentRows(),
	contentStamp: SEED_STAMP,
	inDatabase: 0,
	inJournal: 0,
	damaged: 0,
};
