import { inheritedOptions, type Deck, type DeckOptions } from '#lib/domain/cards/deck.ts';
import { deckId, type DeckId } from '#lib/domain/cards/ids.ts';
import { deleted, edited, isDeleted, stamped, type Stamped } from '#lib/domain/merge/record.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { inDeck, matchCards } from './card-store.ts';
import { changeContent } from './change-content.ts';
import { liveNotesOf } from './note-store.ts';

/** By name; deleted ones are left out. */
export async function readDecks(db: GreenRoomDatabase): Promise<Deck[]> {
	return byName((await db.decks.toArray()).filter((record) => !isDeleted(record)));
}

export async function readDeletedDecks(db: GreenRoomDatabase): Promise<Deck[]> {
	return byName((await db.decks.toArray()).filter(isDeleted));
}

function byName(records: readonly Stamped<Deck>[]): Deck[] {
	return records
		.map(({ value }) => value)
		.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

export async function readDeck(db: GreenRoomDatabase, id: DeckId): Promise<Deck | null> {
	const record = await db.decks.get(id);
	return record && !isDeleted(record) ? record.value : null;
}

export function createDeck(context: StoreContext, name: string): Promise<Deck> {
	const id = deckId(uuidV7(context.clock.now(), context.randomBytes(ID_BYTES)));
	const deck: Deck = { id, name, article: null, options: inheritedOptions };
	return changeContent(context, async (stamp) => {
		await context.db.decks.add(stamped(deck, stamp));
		return deck;
	});
}

export function editDeck(
	context: StoreContext,
	id: DeckId,
	changes: { readonly name: string } | { readonly options: DeckOptions },
): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp) => {
		await db.decks.put(edited(await recordOf(db, id), changes, stamp));
	});
}

/** Leaves a tombstone. Its cards go; its notes and events stay, out of sight. */
export function deleteDeck(context: StoreContext, id: DeckId): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp) => {
		await db.decks.put(deleted(await recordOf(db, id), stamp));
		await inDeck(db, id).delete();
	});
}

/**
 * Brings a deleted deck back, its cards with all their progress. Only the options are stamped anew, which
 * is enough to outlive the tombstone: a built-in deck goes on being refreshed.
 */
export function restoreDeck(context: StoreContext, id: DeckId): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp, model) => {
		const record = await recordOf(db, id);
		await db.decks.put({ ...record, stamps: { ...record.stamps, options: stamp } });
		await matchCards(db, await liveNotesOf(db, id), model);
	});
}

async function recordOf(db: GreenRoomDatabase, id: DeckId): Promise<Stamped<Deck>> {
	const record = await db.decks.get(id);
	if (!record) throw new Error(`There is no deck ${id}.`);
	return record;
}
