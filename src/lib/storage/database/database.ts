import { Dexie, type Table } from 'dexie';
import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Deck } from '#lib/domain/cards/deck.ts';
import type {
	AuditionId,
	CardId,
	DeckId,
	DeviceId,
	EventId,
	NoteId,
} from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Base, SettingEntry } from '#lib/domain/merge/snapshot.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { CardRow } from './card-row.ts';
import type { DeviceRow } from './device-row.ts';
import type { EventRow } from './event-row.ts';
import type { Place } from './place.ts';
import { upgradeToVersion2 } from './upgrade-to-version-2.ts';
import { watchRows, type StoredRows } from './watch-rows.ts';

/** The newest schema this code knows. A released schema is never edited: add a version. */
export const SCHEMA_VERSION = 2;

/** Facts of this browser alone, which no backup carries: its device id, the session, and the like. */
export interface MetaRow {
	readonly key: string;
	readonly value: unknown;
}

export class GreenRoomDatabase extends Dexie {
	declare readonly decks: Table<Stamped<Deck>, DeckId>;
	declare readonly notes: Table<Stamped<Note>, NoteId>;
	declare readonly cards: Table<CardRow, CardId>;
	declare readonly bases: Table<Base, CardId>;
	declare readonly events: Table<EventRow, EventId>;
	declare readonly days: Table<DailyTotals, [StudyDay, DeckId]>;
	declare readonly settings: Table<SettingEntry, string>;
	declare readonly devices: Table<DeviceRow, DeviceId>;
	declare readonly auditions: Table<Stamped<Audition>, AuditionId>;
	declare readonly meta: Table<MetaRow, string>;

	/** Makes ranges that this database understands: one in memory takes only its own. */
	readonly keyRange: typeof IDBKeyRange;
	readonly #listeners = new Set<(rows: StoredRows) => void>();

	/** @param place where it is kept; see `placeOf` */
	constructor(name: string, place: Place) {
		// Strict: a commit is on the disk before the next card appears. The cache serves live queries only.
		super(name, {
			autoOpen: false,
			chromeTransactionDurability: 'strict',
			cache: 'disabled',
			...place,
		});
		this.keyRange = place.IDBKeyRange;
		this.use(
			watchRows((rows) => {
				for (const listener of this.#listeners) listener(rows);
			}),
		);
		this.version(1).stores({
			decks: 'value.id',
			notes: 'value.id, value.deckId',
			cards: 'id, noteId, [deckId+position], [queue+deckId+rank], lastReviewedDay',
			bases: 'cardId',
			events: 'id, &[device+sequence], [cardId+id], confusedWith',
			days: '[studyDay+deckId]',
			settings: 'key',
			auditions: 'value.id',
			devices: 'id',
			meta: 'key',
		});
		// Events gain `checksum`, devices `count` and `hash`, days many more counts; notes are found by tag.
		this.version(2)
			.stores({ notes: 'value.id, value.deckId, *value.tags' })
			.upgrade(upgradeToVersion2);
	}

	/** Hears of rows of content after their commit. Returns how to stop. */
	onStored(listener: (rows: StoredRows) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
