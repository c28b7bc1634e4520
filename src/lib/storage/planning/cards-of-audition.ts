import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { cardsOfDeck } from '#lib/storage/records/card-store.ts';

/** The cards an audition asks for; suspended ones are left out. Inside a transaction or not. */
export async function cardsOfAudition(
	db: GreenRoomDatabase,
	{ deckIds, tags }: Pick<Audition, 'deckIds' | 'tags'>,
): Promise<Card[]> {
	const decks = await decksOf(db, deckIds);
	const lists = await Promise.all(decks.map((id) => cardsOfDeck(db, id)));
	const cards = lists.flat().filter(({ suspended }) => !suspended);
	if (tags.length === 0) return cards;
	const wanted = new Set(tags);
	const notes = await db.notes.where('value.deckId').anyOf(decks).toArray();
	const tagged = new Set(
		notes
			.filter(({ value }) => value.tags.some((tag) => wanted.has(tag)))
			.map(({ value }) => value.id),
	);
	return cards.filter(({ noteId }) => tagged.has(noteId));
}

async function decksOf(
	db: GreenRoomDatabase,
	deckIds: readonly DeckId[] | null,
): Promise<DeckId[]> {
	const records =
		deckIds === null ? await db.decks.toArray() : await db.decks.bulkGet([...deckIds]);
	return records.flatMap((record) => (record && !isDeleted(record) ? [record.value.id] : []));
}
