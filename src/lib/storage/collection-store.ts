import type { Audition } from '#lib/domain/audition/audition.ts';
import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck, DeckOptions } from '#lib/domain/cards/deck.ts';
import type { AuditionId, CardId, DeckId, DeviceId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { Change } from '#lib/storage/context/change.ts';
import { KnownRows } from '#lib/storage/context/known-rows.ts';
import { OtherTabs } from '#lib/storage/context/other-tabs.ts';
import { SchedulingRules } from '#lib/storage/context/scheduling-rules.ts';
import type { RandomBytes, StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { ownDevice } from '#lib/storage/log/own-device.ts';
import type { Merged } from '#lib/storage/merging/merge-snapshot.ts';
import { cardsOfAudition } from '#lib/storage/planning/cards-of-audition.ts';
import type { LookBack } from '#lib/storage/planning/look-back.ts';
import { readDailyPlan } from '#lib/storage/planning/plan-store.ts';
import type { DailyPlanner } from '#lib/storage/planning/refresh-plan.ts';
import { countDecks } from '#lib/storage/queue/count-decks.ts';
import type { DeckCounts } from '#lib/storage/queue/deck-counts.ts';
import {
	deleteAudition,
	readAuditions,
	restoreAudition,
	saveAudition,
	type AuditionDraft,
} from '#lib/storage/records/audition-store.ts';
import { cardsOfDeck, readCard } from '#lib/storage/records/card-store.ts';
import { cardsInSlices } from '#lib/storage/records/cards-in-slices.ts';
import {
	createDeck,
	deleteDeck,
	editDeck,
	readDeck,
	readDecks,
	readDeletedDecks,
	restoreDeck,
} from '#lib/storage/records/deck-store.ts';
import {
	deleteNote,
	liveNotesOf,
	readNote,
	saveNote,
	tagsOf,
} from '#lib/storage/records/note-store.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';
import { isSeeded, seed } from '#lib/storage/records/seed.ts';
import { changeSettings, readSettings } from '#lib/storage/records/settings-store.ts';
import { headInfo, type HeadInfo } from '#lib/storage/safety/head-info.ts';
import { lastBackupAt, setLastBackupAt } from '#lib/storage/safety/last-backup.ts';
import {
	persistStorage,
	storageStatus,
	type PersistAnswer,
	type StorageStatus,
} from '#lib/storage/safety/persist-storage.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';

/** The collection as a whole, its decks, notes, cards and settings. The log is `Store`'s. */
export class CollectionStore {
	protected readonly context: StoreContext;
	readonly #tabs: OtherTabs;
	#persisting: Promise<PersistAnswer> | null = null;

	constructor(db: GreenRoomDatabase, clock: Clock, randomBytes: RandomBytes) {
		const tabs = new OtherTabs(db.name);
		let device: Promise<DeviceId> | null = null;
		const candidate = () => uuidV7(clock.now(), randomBytes(ID_BYTES)) as DeviceId;
		this.#tabs = tabs;
		this.context = {
			db,
			clock,
			randomBytes,
			rules: new SchedulingRules(db),
			known: new KnownRows(),
			device: () =>
				(device ??= ownDevice(db, candidate()).catch((error: unknown) => {
					device = null;
					throw error;
				})),
			announce: (part, written) => tabs.announce(part, written),
		};
	}

	/** Whether these built-in decks were the last to be seeded. */
	isSeeded(version: string): Promise<boolean> {
		return isSeeded(this.context.db, version);
	}

	/** Adds or refreshes built-in decks; what the user edited or deleted stays so. */
	seed(
		articles: readonly SeedArticle[],
		version: string = JSON.stringify(articles),
	): Promise<void> {
		return seed(this.context, articles, version);
	}

	settings(): Promise<Settings> {
		return readSettings(this.context);
	}

	/** New parameters change memory states by replay; due dates stay. @throws on a value that can't be */
	changeSettings(changes: Partial<Settings>): Promise<Settings> {
		return changeSettings(this.context, changes);
	}

	/** What a worker opens to read the log by itself. */
	get databaseName(): string {
		return this.context.db.name;
	}

	decks(): Promise<Deck[]> {
		return readDecks(this.context.db);
	}

	deck(id: DeckId): Promise<Deck | null> {
		return readDeck(this.context.db, id);
	}

	/** Those that were deleted and can be restored. By name. */
	deletedDecks(): Promise<Deck[]> {
		return readDeletedDecks(this.context.db);
	}

	/** How many cards the day after will bring some decks, by schedule and plan. @param deckIds null: all */
	async dueTomorrow(moment: Moment, deckIds: readonly DeckId[] | null): Promise<number> {
		return (await tomorrow()).countTomorrow(this.context, moment, deckIds);
	}

	deckCounts(moment: Moment): Promise<Map<DeckId, DeckCounts>> {
		return countDecks(this.context, moment);
	}

	createDeck(name: string): Promise<Deck> {
		return createDeck(this.context, name);
	}

	renameDeck(id: DeckId, name: string): Promise<void> {
		return editDeck(this.context, id, { name });
	}

	setDeckOptions(id: DeckId, options: DeckOptions): Promise<void> {
		return editDeck(this.context, id, { options });
	}

	/** Its cards go, its events stay; `restoreDeck` brings it back as it was. */
	deleteDeck(id: DeckId): Promise<void> {
		return deleteDeck(this.context, id);
	}

	restoreDeck(id: DeckId): Promise<void> {
		return restoreDeck(this.context, id);
	}

	/** By date. */
	auditions(): Promise<Audition[]> {
		return readAuditions(this.context.db);
	}

	saveAudition(draft: AuditionDraft): Promise<Audition> {
		return saveAudition(this.context, draft);
	}

	deleteAudition(id: AuditionId): Promise<void> {
		return deleteAudition(this.context, id);
	}

	/** Takes a deletion back. */
	restoreAudition(id: AuditionId): Promise<void> {
		return restoreAudition(this.context, id);
	}

	/** The cards an audition asks for, without suspended ones. Reads all of its decks. */
	cardsOfAudition(audition: Pick<Audition, 'deckIds' | 'tags'>): Promise<Card[]> {
		return cardsOfAudition(this.context.db, audition);
	}

	/** The tags that the notes of some decks bear, in order. Reads all of those notes. */
	tagsOf(deckIds: readonly DeckId[]): Promise<string[]> {
		return tagsOf(this.context.db, deckIds);
	}

	/** How an audition that is over had been prepared. Reads all of its cards. */
	async lookBack(audition: Audition, model: MemoryModel): Promise<LookBack> {
		return (await lookingBack()).lookBack(this.context.db, audition, model);
	}

	/** The plan that is kept, whether it still holds or not; null when nothing was planned. */
	dailyPlan(): Promise<DailyPlan | null> {
		return readDailyPlan(this.context.db);
	}

	/** Has the day's plan made if the kept one is out of date. @param planner works where it holds nothing up */
	async refreshPlan(moment: Moment, planner: DailyPlanner): Promise<void> {
		return (await planning()).refreshPlan(this.context, moment, planner);
	}

	/** Lets a plan that failed be tried again. */
	async retryPlan(): Promise<void> {
		return (await planning()).forgetFailure(this.context);
	}

	note(id: NoteId): Promise<Note | null> {
		return readNote(this.context.db, id);
	}

	notesOf(deckId: DeckId): Promise<Note[]> {
		return liveNotesOf(this.context.db, deckId);
	}

	/** Adds, edits or brings back; its cards are matched by id and keep, or get back, their progress. */
	saveNote(note: Note): Promise<void> {
		return saveNote(this.context, note);
	}

	deleteNote(id: NoteId): Promise<void> {
		return deleteNote(this.context, id);
	}

	card(id: CardId): Promise<Card | null> {
		return readCard(this.context.db, id);
	}

	/** In the order of the deck. */
	cardsOf(deckId: DeckId): Promise<Card[]> {
		return cardsOfDeck(this.context.db, deckId);
	}

	/** The same, a few at a time: other work comes in between. */
	cardsInSlices(deckId: DeckId): AsyncIterable<readonly Card[]> {
		return cardsInSlices(this.context.db, deckId);
	}

	async exportAll(): Promise<Snapshot> {
		return (await snapshots()).exportAll(this.context);
	}

	/** All or nothing. Schedules and totals are rebuilt from the events. */
	async replaceAll(snapshot: Snapshot): Promise<void> {
		return (await snapshots()).replaceAll(this.context, snapshot);
	}

	/** The same of a collection whose log stands in columns. @param progress told how much is done */
	async replaceWith(
		collection: Collection,
		progress?: (done: number, of: number) => void,
	): Promise<void> {
		return (await snapshots()).replaceWith(this.context, collection, progress);
	}

	/** After a worker has replaced everything: every tab reads again, and the journal follows. */
	replaced(): void {
		this.context.rules.forget();
		this.context.announce('everything');
	}

	/**
	 * Takes in what another device, or an older copy of this one, has: all or nothing. Seed again afterwards.
	 */
	async merge(snapshot: Snapshot): Promise<Merged> {
		return (await import('#lib/storage/merging/merge-snapshot.ts')).mergeSnapshot(
			this.context,
			snapshot,
		);
	}

	/** Empties everything; the device keeps its id and goes on counting. Seed again afterwards. */
	async wipe(): Promise<void> {
		this.#persisting = null;
		return (await snapshots()).wipe(this.context);
	}

	/** How much there is, to warn before an older file takes its place. */
	headInfo(): Promise<HeadInfo> {
		return headInfo(this.context);
	}

	/** What the database says it holds, as sentinels outside of it keep it. */
	sentinel(): Promise<Sentinel> {
		return presentSentinel(this.context.db);
	}

	/** In ms; null for never. */
	lastBackupAt(): Promise<number | null> {
		return lastBackupAt(this.context);
	}

	setLastBackupAt(at: number): Promise<void> {
		return setLastBackupAt(this.context, at);
	}

	/** Asks the browser once to keep the data; call it after the first real review. */
	persist(): Promise<PersistAnswer> {
		return (this.#persisting ??= persistStorage(this.context.db));
	}

	storageStatus(): Promise<StorageStatus> {
		return storageStatus(this.context.db);
	}

	/** Tells of commits by other tabs, and by this store too when `own`. Returns how to stop. */
	changes(callback: (change: Change) => void, options = { own: false }): () => void {
		return this.#tabs.listen(callback, options);
	}

	close(): void {
		this.#tabs.close();
		this.context.db.close({ disableAutoOpen: true });
	}
}

/** Fetched when asked for, and so always before a transaction begins: most visits never need it. */
const snapshots = () => import('#lib/storage/merging/snapshot-store.ts');
const tomorrow = () => import('#lib/storage/queue/count-tomorrow.ts');
const lookingBack = () => import('#lib/storage/planning/look-back.ts');
const planning = () => import('#lib/storage/planning/refresh-plan.ts');
