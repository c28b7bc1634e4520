import type { Audition } from '#lib/domain/audition/audition.ts';
import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck, DeckOptions } from '#lib/domain/cards/deck.ts';
import type { AuditionId, CardId, DeckId, DeviceId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
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
import { changeSettings, readSettings } from '#lib/storage/records/settings-store.ts';

/** Decks, notes, cards, auditions and settings: what a person makes, and what it is kept with. */
export class RecordStore {
	protected readonly context: StoreContext;
	readonly #tabs: OtherTabs;

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
const tomorrow = () => import('#lib/storage/queue/count-tomorrow.ts');
const lookingBack = () => import('#lib/storage/planning/look-back.ts');
const planning = () => import('#lib/storage/planning/refresh-plan.ts');
