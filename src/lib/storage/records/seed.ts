import { inheritedOptions, type Deck } from '#lib/domain/cards/deck.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { isDeleted, stamped, type Stamped } from '#lib/domain/merge/record.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { matchCards } from './card-store.ts';
import type { SeedArticle } from './seed-article.ts';

/** Under this key `meta` holds the version of the articles that were seeded last, so that a second visit has nothing to do. */
export const SEEDED = 'seeded';

export async function isSeeded(db: GreenRoomDatabase, version: string): Promise<boolean> {
	return (await db.meta.get(SEEDED))?.value === version;
}

/**
 * Adds built-in decks, or brings them up to date: fields nobody touched are replaced, notes that left the
 * article go unless their text was edited, and what the user deleted stays away. Progress is the events', so
 * it stays.
 *
 * @param version another one for other articles
 */
export async function seed(
	context: StoreContext,
	articles: readonly SeedArticle[],
	version: string,
): Promise<void> {
	const { db, rules } = context;
	if (await isSeeded(db, version)) return;
	const own = await context.device();
	const { decks, notes, cards, bases, events, settings, devices, meta } = db;
	const tables = [decks, notes, cards, bases, events, settings, devices, meta];
	await db.transaction('rw', tables, async () => {
		const { rulesVersion } = await deviceRow(db, own);
		const { model } = rules.kept(rulesVersion) ?? (await rules.read(rulesVersion));
		for (const article of articles) await seedArticle(db, article, model);
		await db.meta.put({ key: SEEDED, value: version });
	});
	context.announce('content');
}

async function seedArticle(
	db: GreenRoomDatabase,
	{ deck, notes }: SeedArticle,
	model: MemoryModel,
): Promise<void> {
	const [deckRecord, stored] = await Promise.all([
		db.decks.get(deck.id),
		db.notes.bulkGet(notes.map(({ id }) => id)),
	]);
	const fresh: Deck = { ...deck, options: inheritedOptions };
	const nextDeck = refreshed(deckRecord, fresh);
	const nextNotes = notes.map((note, index) => refreshed(stored[index], note));
	await Promise.all([db.decks.put(nextDeck), db.notes.bulkPut(nextNotes)]);
	await dropLeftovers(db, deck, notes);
	const alive = nextNotes.filter((record) => !isDeleted(record)).map(({ value }) => value);
	await matchCards(db, await inLivingDecks(db, alive), model);
}

/** The user may have moved a note to a deck that is gone, or out of one that is. */
async function inLivingDecks(db: GreenRoomDatabase, notes: readonly Note[]): Promise<Note[]> {
	const ids = [...new Set(notes.map(({ deckId }) => deckId))];
	const records = await db.decks.bulkGet(ids);
	const living = new Set(ids.filter((_, index) => isLiving(records[index])));
	return notes.filter(({ deckId }) => living.has(deckId));
}

function isLiving(record: Stamped<Deck> | undefined): boolean {
	return record !== undefined && !isDeleted(record);
}

/** The record with every field that only the app has written taken from the new content. */
function refreshed<T extends object>(record: Stamped<T> | undefined, fresh: T): Stamped<T> {
	if (!record) return stamped(fresh, SEED_STAMP);
	const value = { ...fresh };
	const stamps = { ...stamped(fresh, SEED_STAMP).stamps, ...record.stamps };
	for (const key of Object.keys(record.value) as (keyof T)[]) {
		if (record.stamps[key] !== SEED_STAMP) value[key] = record.value[key];
	}
	return { ...record, value, stamps };
}

/** Built-in notes that the article no longer has; one whose text the user wrote is kept. */
async function dropLeftovers(
	db: GreenRoomDatabase,
	deck: SeedArticle['deck'],
	notes: readonly Note[],
): Promise<void> {
	const current = new Set(notes.map(({ id }) => id));
	const records = await db.notes.where('value.deckId').equals(deck.id).toArray();
	const ids = records
		.filter(({ value, stamps }) => {
			const isUntouched = stamps.id === SEED_STAMP && stamps.body === SEED_STAMP;
			return isUntouched && !current.has(value.id);
		})
		.map(({ value }) => value.id);
	if (ids.length === 0) return;
	await Promise.all([db.notes.bulkDelete(ids), db.cards.where('noteId').anyOf(ids).delete()]);
}
