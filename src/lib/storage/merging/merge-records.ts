import type { Table } from 'dexie';
import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { mergeBases, mergeSettings } from '#lib/domain/merge/merge-entries.ts';
import { isDeleted, mergeRecords } from '#lib/domain/merge/record.ts';
import type { Base, SettingEntry, Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** What of the records a merge changed. */
export interface MergedRecords {
	/** Notes whose cards may have come, gone or moved. */
	readonly notes: ReadonlySet<NoteId>;
	readonly bases: readonly Change<Base>[];
	readonly settings: readonly SettingEntry[];
	readonly count: number;
}

/** Decks, notes, auditions, settings and beginnings, field by field; inside a transaction. */
export async function mergeRecordsOf(
	db: GreenRoomDatabase,
	snapshot: Snapshot,
): Promise<MergedRecords> {
	const [decks, notes, auditions, settings, bases] = await Promise.all([
		merged(db.decks, snapshot.decks, ({ value }) => value.id, mergeRecords),
		merged(db.notes, snapshot.notes, ({ value }) => value.id, mergeRecords),
		merged(db.auditions, snapshot.auditions, ({ value }) => value.id, mergeRecords),
		merged(db.settings, snapshot.settings, ({ key }) => key, mergeSettings),
		merged(db.bases, snapshot.bases, ({ cardId }) => cardId, mergeBases),
	]);
	const turned = decks.filter(
		({ before, after }) => !before || isDeleted(before) !== isDeleted(after),
	);
	const inTurned = await notesIn(
		db,
		turned.map(({ after }) => after.value.id),
	);
	return {
		notes: new Set([...notes.map(({ after }) => after.value.id), ...inTurned]),
		bases,
		settings: settings.map(({ after }) => after),
		count: [decks, notes, auditions, settings, bases].reduce((sum, { length }) => sum + length, 0),
	};
}

export interface Change<Row> {
	readonly before: Row | undefined;
	readonly after: Row;
}

/** Stores what two copies of each row come to, and gives back those that are other than before. */
async function merged<Row, Key>(
	table: Table<Row, Key>,
	incoming: readonly Row[],
	keyOf: (row: Row) => Key,
	merge: (a: Row, b: Row) => Row,
): Promise<Change<Row>[]> {
	const stored = await table.bulkGet(incoming.map(keyOf));
	const changes = incoming.flatMap((row, index): Change<Row>[] => {
		const before = stored[index];
		const after = before === undefined ? row : merge(before, row);
		const isSame = before !== undefined && canonicalJson(before) === canonicalJson(after);
		return isSame ? [] : [{ before, after }];
	});
	await table.bulkPut(changes.map(({ after }) => after));
	return changes;
}

async function notesIn(db: GreenRoomDatabase, ids: readonly DeckId[]): Promise<NoteId[]> {
	if (ids.length === 0) return [];
	return db.notes.where('value.deckId').anyOf(ids).primaryKeys();
}
