import { Dexie } from 'dexie';
import type { Card } from '#lib/domain/cards/card.ts';
import { cardsOf, type CardSeed } from '#lib/domain/cards/cards-of.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard, isLogEmpty } from '#lib/storage/log/event-log.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';

export async function readCard(db: GreenRoomDatabase, id: CardId): Promise<Card | null> {
	const row = await db.cards.get(id);
	return row ? cardOfRow(row) : null;
}

/** In the order of the deck. */
export async function cardsOfDeck(db: GreenRoomDatabase, id: DeckId): Promise<Card[]> {
	const rows = await inDeck(db, id).toArray();
	return rows.map(cardOfRow);
}

export function inDeck(db: GreenRoomDatabase, id: DeckId) {
	return db.cards.where('[deckId+position]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
}

/**
 * Makes the stored cards those of the notes; inside a transaction. Cards are matched by id, so an edit keeps
 * progress, and a card that was away comes back with what its events add up to.
 */
export async function matchCards(
	db: GreenRoomDatabase,
	notes: readonly Note[],
	model: MemoryModel,
): Promise<void> {
	const rows = await db.cards
		.where('noteId')
		.anyOf(notes.map(({ id }) => id))
		.toArray();
	const stored = new Map(rows.map((row) => [row.id, row]));
	const seeds = notes.flatMap(cardsOf);
	const wanted = new Set(seeds.map(({ id }) => id));
	const isPlain = (await isLogEmpty(db)) && (await db.bases.count()) === 0;
	const added = seeds.filter(({ id }) => !stored.has(id));
	const kept = seeds.flatMap((seed) => {
		const row = stored.get(seed.id);
		return row ? [moved(row, seed)] : [];
	});
	await db.cards.bulkDelete(rows.map(({ id }) => id).filter((id) => !wanted.has(id)));
	const fresh = isPlain
		? added.map((seed) => withProgress(seed, null, [], model))
		: await Promise.all(added.map((seed) => back(db, seed, model)));
	await db.cards.bulkPut([...kept, ...fresh]);
}

function moved(row: CardRow, seed: CardSeed): CardRow {
	return cardRow({ ...cardOfRow(row), ...seed }, row.queue === 'brought');
}

async function back(db: GreenRoomDatabase, seed: CardSeed, model: MemoryModel): Promise<CardRow> {
	const [base, events] = await Promise.all([db.bases.get(seed.id), eventsOfCard(db, seed.id)]);
	return withProgress(seed, base?.progress ?? null, events, model);
}

function withProgress(
	seed: CardSeed,
	base: Parameters<typeof progressFrom>[0],
	events: Parameters<typeof progressFrom>[1],
	model: MemoryModel,
): CardRow {
	const { progress, broughtForward } = progressFrom(base, events, model);
	return cardRow({ ...seed, ...progress }, broughtForward);
}
