import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { cardsInSlices } from '#lib/storage/records/cards-in-slices.ts';
import { cardsOfDeck } from '#lib/storage/records/card-store.ts';

type Asked = Pick<Audition, 'deckIds' | 'tags'>;

/** The cards an audition asks for; suspended ones are left out. Inside a transaction or not. */
export async function cardsOfAudition(db: GreenRoomDatabase, asked: Asked): Promise<Card[]> {
	const decks = await decksOf(db, asked.deckIds);
	const lists = await Promise.all(decks.map((id) => cardsOfDeck(db, id)));
	return lists.flat().filter(await isAskedBy(db, decks, asked.tags));
}

/** The same a slice at a time, for a page that is to stay alive meanwhile; outside a transaction. */
export async function* cardsOfAuditionInSlices(
	db: GreenRoomDatabase,
	asked: Asked,
): AsyncGenerator<readonly Card[]> {
	const decks = await decksOf(db, asked.deckIds);
	const isAsked = await isAskedBy(db, decks, asked.tags);
	for (const id of decks)
		for await (const cards of cardsInSlices(db, id)) yield cards.filter(isAsked);
}

async function isAskedBy(
	db: GreenRoomDatabase,
	decks: DeckId[],
	tags: readonly string[],
): Promise<(card: Card) => boolean> {
	if (tags.length === 0) return ({ suspended }) => !suspended;
	const wanted = new Set(tags);
	const notes = await db.notes.where('value.deckId').anyOf(decks).toArray();
	const tagged = new Set(
		notes
			.filter(({ value }) => value.tags.some((tag) => wanted.has(tag)))
			.map(({ value }) => value.id),
	);
	return ({ suspended, noteId }) => !suspended && tagged.has(noteId);
}

async function decksOf(
	db: GreenRoomDatabase,
	deckIds: readonly DeckId[] | null,
): Promise<DeckId[]> {
	const records =
		deckIds === null ? await db.decks.toArray() : await db.decks.bulkGet([...deckIds]);
	return records.flatMap((record) => (record && !isDeleted(record) ? [record.value.id] : []));
}
