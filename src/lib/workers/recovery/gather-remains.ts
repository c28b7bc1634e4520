import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { latest, SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { emptySentinel, mergeSentinels, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { CONTENT_TABLES } from '#lib/storage/database/watch-rows.ts';
import { GENERATION } from '#lib/storage/safety/generation.ts';
import { ContentRows } from '#lib/workers/journal/content-rows.ts';
import { generationFolder, journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { opfsSentinel } from '#lib/workers/journal/opfs-sentinel.ts';
import { openRaw, rawEventRows, rawRows } from '#lib/workers/journal/raw-database.ts';
import { readJournal } from '#lib/workers/journal/read-journal.ts';
import { GatheredLog } from './gathered-log.ts';

/** All that can still be had of a collection, from the database and the journal together. */
export interface Remains {
	/** Everything that any sentinel has seen. */
	readonly seen: Sentinel;
	readonly log: LogColumns;
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
	const gathered = new GatheredLog();
	const journal = await journalRemains(database, noted, gathered);
	const rows = await databaseRemains(database, journal.seen.generation, gathered);
	return {
		seen: journal.seen,
		log: gathered.log,
		content: new ContentRows([...journal.rows, ...rows.rows]),
		contentStamp: latest(journal.stamp, rows.stamp),
		inDatabase: rows.sound,
		inJournal: journal.sound,
		damaged: journal.damaged + rows.damaged,
	};
}

async function journalRemains(database: string, noted: Sentinel, into: GatheredLog) {
	try {
		const folder = await journalFolder(database);
		const opfs = await opfsSentinel(folder);
		const seen = mergeSentinels(noted, opfs);
		const survey = await readJournal(
			await generationFolder(folder, seen.generation),
			(events) => void into.add(events),
		);
		const stamp = opfs.generation === seen.generation ? opfs.stamp : SEED_STAMP;
		return { ...survey, sound: into.log.length, seen, stamp };
	} catch {
		return { sound: into.log.length, rows: [], damaged: 0, seen: noted, stamp: SEED_STAMP };
	}
}

/** What the database still gives. One of an earlier generation says nothing of the present one. */
async function databaseRemains(database: string, generation: number, into: GatheredLog) {
	const nothing = { sound: 0, rows: [], damaged: 0, stamp: SEED_STAMP };
	try {
		const db = await openRaw(database);
		try {
			const meta = (await rawRows(db, 'meta')) as { key: string; value: unknown }[];
			const found = meta.find(({ key }) => key === GENERATION)?.value ?? 0;
			if (found !== generation) return nothing;
			const own = meta.find(({ key }) => key === 'device')?.value as DeviceId | undefined;
			const devices = (await rowsIfAny(db, 'devices')) as DeviceRow[];
			const { sound, damaged } = await eventsIn(db, into);
			const rows = [];
			for (const table of CONTENT_TABLES) {
				rows.push(...(await rowsIfAny(db, table)).map((row) => ({ table, row })));
			}
			const stamp = devices.find(({ id }) => id === own)?.stamp ?? SEED_STAMP;
			return { sound, rows, damaged, stamp };
		} finally {
			db.close();
		}
	} catch {
		return nothing;
	}
}

/** A database that gives some of its rows and no more is taken for what it gives. */
async function eventsIn(db: IDBDatabase, into: GatheredLog) {
	let sound = 0;
	let damaged = 0;
	try {
		for await (const rows of rawEventRows(db)) {
			const events = rows.filter(isSound).map(eventOfRow);
			const odd = into.add(events);
			sound += events.length - odd;
			damaged += rows.length - events.length + odd;
		}
	} catch {
		// What came before it broke off counts.
	}
	return { sound, damaged };
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
	log: new LogColumns(),
	content: new ContentRows(),
	contentStamp: SEED_STAMP,
	inDatabase: 0,
	inJournal: 0,
	damaged: 0,
};
