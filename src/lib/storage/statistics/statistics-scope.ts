import type { CardId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** Cards read at once: few enough for memory, many enough to be quick. */
const BATCH = 2000;

/** All tags that any note carries, by name. */
export async function readTags({ notes }: GreenRoomDatabase): Promise<string[]> {
	return (await notes.orderBy('value.tags').uniqueKeys()).map(String);
}

/**
 * All cards of a scope as they are now, in parts.
 *
 * @param progress is told the share of the collection that has been read, 0 to 1
 */
export async function* cardsOfScope(
	db: GreenRoomDatabase,
	scope: Scope,
	progress: (share: number) => void,
): AsyncGenerator<CardRow[]> {
	const notes = scope.kind === 'tag' ? await notesWith(db, scope.tag) : null;
	const all = await db.cards.count();
	let read = 0;
	for (let last: CardId | null = null; ;) {
		const rows: CardRow[] =
			last === null
				? await db.cards.limit(BATCH).toArray()
				: await db.cards.where('id').above(last).limit(BATCH).toArray();
		last = rows.at(-1)?.id ?? null;
		if (last === null) return;
		yield rows.filter(({ deckId, noteId }) =>
			scope.kind === 'deck' ? deckId === scope.deckId : (notes?.has(noteId) ?? true),
		);
		read += rows.length;
		progress(Math.min(1, read / Math.max(all, 1)));
	}
}

async function notesWith({ notes }: GreenRoomDatabase, tag: string): Promise<Set<NoteId>> {
	return new Set(await notes.where('value.tags').equals(tag).primaryKeys());
}
