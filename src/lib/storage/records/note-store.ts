import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import { deleted, edited, isDeleted, restored, stamped } from '#lib/domain/merge/record.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { matchCards } from './card-store.ts';
import { changeContent } from './change-content.ts';

export async function readNote(db: GreenRoomDatabase, id: NoteId): Promise<Note | null> {
	const record = await db.notes.get(id);
	return record && !isDeleted(record) ? record.value : null;
}

/** In the order of the deck; deleted ones are left out. */
export async function liveNotesOf(db: GreenRoomDatabase, deckId: DeckId): Promise<Note[]> {
	const records = await db.notes.where('value.deckId').equals(deckId).toArray();
	return records
		.filter((record) => !isDeleted(record))
		.map(({ value }) => value)
		.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Adds a note, edits it, or brings a deleted one back. @throws when there is no such deck */
export function saveNote(context: StoreContext, note: Note): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp, model) => {
		const [deck, record] = await Promise.all([db.decks.get(note.deckId), db.notes.get(note.id)]);
		if (!deck || isDeleted(deck)) throw new Error(`There is no deck ${note.deckId}.`);
		const alive = record && isDeleted(record) ? restored(record, stamp) : record;
		await db.notes.put(alive ? edited(alive, note, stamp) : stamped(note, stamp));
		await matchCards(db, [note], model);
	});
}

/** Leaves a tombstone; the events of its cards stay. */
export function deleteNote(context: StoreContext, id: NoteId): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp) => {
		const record = await db.notes.get(id);
		if (!record) return;
		await db.notes.put(deleted(record, stamp));
		await db.cards.where('noteId').equals(id).delete();
	});
}

/** In order, each once. */
export async function tagsOf(db: GreenRoomDatabase, deckIds: readonly DeckId[]): Promise<string[]> {
	const records = await db.notes
		.where('value.deckId')
		.anyOf([...deckIds])
		.toArray();
	const tags = records.filter((record) => !isDeleted(record)).flatMap(({ value }) => value.tags);
	return [...new Set(tags)].sort();
}
