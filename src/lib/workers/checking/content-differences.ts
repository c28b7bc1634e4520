import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { CONTENT_TABLES, type ContentTable } from '#lib/storage/database/watch-rows.ts';
import { deviceRow, knownDevice } from '#lib/storage/log/own-device.ts';
import { announceEverything } from '#lib/storage/safety/announce-everything.ts';
import { readGeneration } from '#lib/storage/safety/generation.ts';
import { dropKeptStatistics } from '#lib/storage/statistics/kept-statistics.ts';
import {
	ContentRows,
	isPersons,
	keyOf,
	plainKeyOf,
	type ContentRow,
} from '#lib/workers/journal/content-rows.ts';
import { generationFolder, journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { surveyJournal } from '#lib/workers/journal/journal-survey.ts';
import { repaired } from './repaired.ts';

/** A row that says less in the database than in the second copy, or other than what was written there. */
export interface ContentDifference {
	readonly table: ContentTable;
	/** Undefined when it is gone. */
	readonly stored: unknown;
	/** What the two come to. */
	readonly sound: unknown;
}

/** Decks, notes, auditions, settings and bases as they are stored. */
export async function storedContent(db: GreenRoomDatabase): Promise<Map<string, ContentRow>> {
	const tables = await Promise.all(
		CONTENT_TABLES.map(async (table) => {
			const rows: unknown[] = await db.table(table).toArray();
			return rows.map((row) => ({ table, row }));
		}),
	);
	return new Map(tables.flat().map((row) => [keyOf(row), row]));
}

/**
 * Holds what was stored against the second copy, which is told of every such row after its commit: read it last.
 * Nothing where there is no second copy.
 */
export async function contentDifferences(
	db: GreenRoomDatabase,
	stored: ReadonlyMap<string, ContentRow>,
): Promise<ContentDifference[]> {
	const copies = new ContentRows(await journaled(db)).values().filter(isPersons);
	return copies.flatMap((copy) => {
		const row = stored.get(keyOf(copy)) ?? null;
		const sound = row ? repaired(row, copy) : copy.row;
		const isSound = row !== null && canonicalJson(row.row) === canonicalJson(sound);
		return isSound ? [] : [{ table: copy.table, stored: row?.row, sound }];
	});
}

/**
 * Stores what the two come to, all or nothing. What was written since it was read stays.
 *
 * @returns how many rows were put right
 */
export async function mendContent(
	db: GreenRoomDatabase,
	differences: readonly ContentDifference[],
): Promise<number> {
	const own = await knownDevice(db);
	const tables = [...CONTENT_TABLES.map((name) => db.table(name)), db.devices, db.meta];
	const mended = await db.transaction('rw', tables, async () => {
		const done: ContentTable[] = [];
		for (const { table, stored, sound } of differences) {
			const now: unknown = await db.table(table).get(plainKeyOf({ table, row: sound }));
			if (canonicalJson(now) !== canonicalJson(stored)) continue;
			await db.table(table).put(sound);
			done.push(table);
		}
		if (done.includes('settings') && own !== null) {
			// No tab goes on with the old ones.
			const device = await deviceRow(db, own);
			await db.devices.put({ ...device, rulesVersion: device.rulesVersion + 1 });
		}
		// Tags may be others now.
		if (done.length > 0) await dropKeptStatistics(db);
		return done.length;
	});
	if (mended > 0) announceEverything(db);
	return mended;
}

async function journaled(db: GreenRoomDatabase): Promise<readonly ContentRow[]> {
	try {
		const folder = await journalFolder(db.name);
		return (await surveyJournal(await generationFolder(folder, await readGeneration(db)))).rows;
	} catch {
		return [];
	}
}
