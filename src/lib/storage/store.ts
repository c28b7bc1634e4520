import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck, DeckOptions } from '#lib/domain/cards/deck.ts';
import type { CardId, DeckId, DeviceId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { LogEvent, PracticeEvent, RescheduleEvent } from '#lib/domain/log/event.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { answer } from './answer.ts';
import type { Answered, AnswerRequest } from './answer-request.ts';
import { bringForward, bury, setSuspended } from './by-hand.ts';
import { cardsOfDeck, readCard } from './card-store.ts';
import type { Change } from './change.ts';
import { countDecks } from './count-decks.ts';
import type { GreenRoomDatabase } from './database.ts';
import type { DeckCounts } from './deck-counts.ts';
import {
	createDeck,
	deleteDeck,
	editDeck,
	readDeck,
	readDecks,
	restoreDeck,
} from './deck-store.ts';
import { confusions, eventsOfCard, eventsSince, ID_BYTES } from './event-log.ts';
import type { Gathered } from './gathered.ts';
import { lastBackupAt, setLastBackupAt } from './last-backup.ts';
import { deleteNote, liveNotesOf, readNote, saveNote } from './note-store.ts';
import { OtherTabs } from './other-tabs.ts';
import { ownDevice } from './own-device.ts';
import {
	persistStorage,
	storageStatus,
	type PersistAnswer,
	type StorageStatus,
} from './persist-storage.ts';
import { practice } from './practice.ts';
import type { PracticeResult } from './practice-result.ts';
import { gather } from './queue-reader.ts';
import { SchedulingRules } from './scheduling-rules.ts';
import { seed } from './seed.ts';
import type { SeedArticle } from './seed-article.ts';
import { currentSession, endSession, startSession } from './session-store.ts';
import { changeSettings, readSettings } from './settings-store.ts';
import { exportAll, headInfo, replaceAll, wipe, type HeadInfo } from './snapshot-store.ts';
import type { RandomBytes, StoreContext } from './store-context.ts';
import type { StoredSession } from './stored-session.ts';
import { totalsBetween } from './totals-store.ts';
import { peekUndo, undo, type Undone } from './undo.ts';

/** Everything the app keeps, behind one object. A promise that resolves after a change is a strict commit. */
export class Store {
	readonly #context: StoreContext;
	readonly #tabs: OtherTabs;

	constructor(db: GreenRoomDatabase, clock: Clock, randomBytes: RandomBytes) {
		const tabs = new OtherTabs(db.name);
		let device: Promise<DeviceId> | null = null;
		const candidate = () => uuidV7(clock.now(), randomBytes(ID_BYTES)) as DeviceId;
		this.#tabs = tabs;
		this.#context = {
			db,
			clock,
			randomBytes,
			rules: new SchedulingRules(db),
			device: () =>
				(device ??= ownDevice(db, candidate()).catch((error: unknown) => {
					device = null;
					throw error;
				})),
			announce: (part) => tabs.announce(part),
		};
	}

	/** Adds or refreshes built-in decks; what the user edited or deleted stays so. */
	seed(articles: readonly SeedArticle[]): Promise<void> {
		return seed(this.#context, articles);
	}

	settings(): Promise<Settings> {
		return readSettings(this.#context);
	}

	/** New parameters change memory states by replay; due dates stay. @throws on a value that can't be */
	changeSettings(changes: Partial<Settings>): Promise<Settings> {
		return changeSettings(this.#context, changes);
	}

	decks(): Promise<Deck[]> {
		return readDecks(this.#context.db);
	}

	deck(id: DeckId): Promise<Deck | null> {
		return readDeck(this.#context.db, id);
	}

	deckCounts(moment: Moment): Promise<Map<DeckId, DeckCounts>> {
		return countDecks(this.#context, moment);
	}

	createDeck(name: string): Promise<Deck> {
		return createDeck(this.#context, name);
	}

	renameDeck(id: DeckId, name: string): Promise<void> {
		return editDeck(this.#context, id, { name });
	}

	setDeckOptions(id: DeckId, options: DeckOptions): Promise<void> {
		return editDeck(this.#context, id, { options });
	}

	/** Its cards go, its events stay; `restoreDeck` brings it back as it was. */
	deleteDeck(id: DeckId): Promise<void> {
		return deleteDeck(this.#context, id);
	}

	restoreDeck(id: DeckId): Promise<void> {
		return restoreDeck(this.#context, id);
	}

	note(id: NoteId): Promise<Note | null> {
		return readNote(this.#context.db, id);
	}

	notesOf(deckId: DeckId): Promise<Note[]> {
		return liveNotesOf(this.#context.db, deckId);
	}

	/** Adds, edits or brings back; its cards are matched by id and keep, or get back, their progress. */
	saveNote(note: Note): Promise<void> {
		return saveNote(this.#context, note);
	}

	deleteNote(id: NoteId): Promise<void> {
		return deleteNote(this.#context, id);
	}

	card(id: CardId): Promise<Card | null> {
		return readCard(this.#context.db, id);
	}

	/** In the order of the deck. */
	cardsOf(deckId: DeckId): Promise<Card[]> {
		return cardsOfDeck(this.#context.db, deckId);
	}

	/** What `buildQueue` makes the day's queue of. @param deckIds null: all decks */
	gather(deckIds: readonly DeckId[] | null, moment: Moment): Promise<Gathered> {
		return gather(this.#context, deckIds, moment);
	}

	answer(request: AnswerRequest): Promise<Answered> {
		return answer(this.#context, request);
	}

	practice(result: PracticeResult): Promise<PracticeEvent> {
		return practice(this.#context, result);
	}

	/** Makes a card come today whatever the limits; null when it comes anyway, is hidden or is gone. */
	bringForward(id: CardId, moment: Moment): Promise<RescheduleEvent | null> {
		return bringForward(this.#context, id, moment);
	}

	/** The card after it; null when it is gone. */
	suspend(id: CardId, moment: Moment): Promise<Card | null> {
		return setSuspended(this.#context, id, moment, true);
	}

	unsuspend(id: CardId, moment: Moment): Promise<Card | null> {
		return setSuspended(this.#context, id, moment, false);
	}

	/** Hides the card through the moment's study day. */
	bury(id: CardId, moment: Moment): Promise<Card | null> {
		return bury(this.#context, id, moment);
	}

	/** Takes back this device's latest undoable event that still counts; null when there is none. */
	undo(moment: Moment): Promise<Undone | null> {
		return undo(this.#context, moment);
	}

	/** What `undo` would take back. */
	peekUndo(): Promise<LogEvent | null> {
		return peekUndo(this.#context);
	}

	/** Begins a session at the present end of this device's log. @param deckIds null: all decks */
	startSession(deckIds: readonly DeckId[] | null, moment: Moment): Promise<StoredSession> {
		return startSession(this.#context, deckIds, moment);
	}

	currentSession(): Promise<StoredSession | null> {
		return currentSession(this.#context);
	}

	endSession(): Promise<void> {
		return endSession(this.#context);
	}

	/** This device's events after a sequence number, oldest first, undone ones and undos included. */
	async sessionEvents(sinceSequence: number): Promise<LogEvent[]> {
		return eventsSince(this.#context.db, await this.#context.device(), sinceSequence);
	}

	/** Totals of study days, both ends included, one entry for each day and deck. */
	totals(fromDay: StudyDay, toDay: StudyDay): Promise<DailyTotals[]> {
		return totalsBetween(this.#context.db, fromDay, toDay);
	}

	/** Practice in which one speaker was taken for another. */
	confusions(): Promise<PracticeEvent[]> {
		return confusions(this.#context.db);
	}

	/** All of a card's events, oldest first. */
	eventsOf(id: CardId): Promise<LogEvent[]> {
		return eventsOfCard(this.#context.db, id);
	}

	exportAll(): Promise<Snapshot> {
		return exportAll(this.#context);
	}

	/** All or nothing. Schedules and totals are rebuilt from the events. */
	replaceAll(snapshot: Snapshot): Promise<void> {
		return replaceAll(this.#context, snapshot);
	}

	/** Empties everything; the device keeps its id and goes on counting. Seed again afterwards. */
	wipe(): Promise<void> {
		return wipe(this.#context);
	}

	/** How much there is, to warn before an older file takes its place. */
	headInfo(): Promise<HeadInfo> {
		return headInfo(this.#context);
	}

	/** In ms; null for never. */
	lastBackupAt(): Promise<number | null> {
		return lastBackupAt(this.#context);
	}

	setLastBackupAt(at: number): Promise<void> {
		return setLastBackupAt(this.#context, at);
	}

	/** Asks the browser once to keep the data; call it after the first real review. */
	persist(): Promise<PersistAnswer> {
		return persistStorage(this.#context.db);
	}

	storageStatus(): Promise<StorageStatus> {
		return storageStatus(this.#context.db);
	}

	/** Tells of commits by other tabs, and by this store too when `own`. Returns how to stop. */
	changes(callback: (change: Change) => void, options = { own: false }): () => void {
		return this.#tabs.listen(callback, options);
	}

	close(): void {
		this.#tabs.close();
		this.#context.db.close({ disableAutoOpen: true });
	}
}
