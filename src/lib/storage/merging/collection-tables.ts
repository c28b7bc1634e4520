import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** The tables of what a backup holds. */
export function collectionTables(db: GreenRoomDatabase) {
	const { decks, notes, cards, bases, events, auditions, settings, devices } = db;
	return [decks, notes, cards, bases, events, auditions, settings, devices];
}
