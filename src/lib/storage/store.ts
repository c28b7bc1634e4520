import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck, DeckOptions } from '#lib/domain/cards/deck.ts';
import type { CardId, DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { LogEvent, PracticeEvent, RescheduleEvent } from '#lib/domain/log/event.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Answered, AnswerRequest } from './answer-request.ts';
import type { Change } from './change.ts';
import type { GreenRoomDatabase } from './database.ts';
import type { DeckCounts } from './deck-counts.ts';
import type { Gathered } from './gathered.ts';
import type { PracticeResult } from './practice-result.ts';
import type { SeedArticle } from './seed-article.ts';
import type { StoredSession } from './stored-session.ts';

/** Everything the app keeps, behind one object. A promise that resolves is a strict commit. */
export class Store {
	constructor(
		db: GreenRoomDatabase,
		clock: Clock,
		randomBytes: (count: number) => Uint8Array<ArrayBuffer>,
	) {}

	/** Adds or refreshes built-in decks; what the user edited or deleted stays so. */
	seed(articles: readonly SeedArticle[]): Promise<void> {
		throw unfinished();
	}

	settings(): Promise<Settings> {
		throw unfinished();
	}
	/** New parameters change memory states by replay; due dates stay. */
	changeSettings(changes: Partial<Settings>): Promise<Settings> {
		throw unfinished();
	}

	decks(): Promise<Deck[]> {
		throw unfinished();
	}
	deck(id: DeckId): Promise<Deck | null> {
		throw unfinished();
	}
	deckCounts(moment: Moment): Promise<Map<DeckId, DeckCounts>> {
		throw unfinished();
	}
	createDeck(name: string): Promise<Deck> {
		throw unfinished();
	}
	renameDeck(id: DeckId, name: string): Promise<void> {
		throw unfinished();
	}
	setDeckOptions(id: DeckId, options: DeckOptions): Promise<void> {
		throw unfinished();
	}
	/** Its cards go, its events stay; `restoreDeck` brings it back as it was. */
	deleteDeck(id: DeckId): Promise<void> {
		throw unfinished();
	}
	restoreDeck(id: DeckId): Promise<void> {
		throw unfinished();
	}

	note(id: NoteId): Promise<Note | null> {
		throw unfinished();
	}
	notesOf(deckId: DeckId): Promise<Note[]> {
		throw unfinished();
	}
	/** Adds or edits; its cards are matched by id, and one that reappears has its progress back. */
	saveNote(note: Note): Promise<void> {
		throw unfinished();
	}
	deleteNote(id: NoteId): Promise<void> {
		throw unfinished();
	}

	card(id: CardId): Promise<Card | null> {
		throw unfinished();
	}
	cardsOf(deckId: DeckId): Promise<Card[]> {
		throw unfinished();
	}
	/** @param deckIds null: all decks */
	gather(deckIds: readonly DeckId[] | null, moment: Moment): Promise<Gathered> {
		throw unfinished();
	}

	answer(request: AnswerRequest): Promise<Answered> {
		throw unfinished();
	}
	practice(result: PracticeResult): Promise<PracticeEvent> {
		throw unfinished();
	}
	/** Makes a card come today whatever the limits; null when it comes anyway, is suspended or is gone. */
	bringForward(id: CardId, moment: Moment): Promise<RescheduleEvent | null> {
		throw unfinished();
	}
	/** The card after it; null when it is gone. No event when nothing would change. */
	suspend(id: CardId, moment: Moment): Promise<Card | null> {
		throw unfinished();
	}
	unsuspend(id: CardId, moment: Moment): Promise<Card | null> {
		throw unfinished();
	}
	/** Hides the card through the moment's study day. */
	bury(id: CardId, moment: Moment): Promise<Card | null> {
		throw unfinished();
	}

	/** Takes back this device's latest undoable event that still counts; null when there is none. */
	undo(moment: Moment): Promise<{ undone: LogEvent; card: Card } | null> {
		throw unfinished();
	}
	/** What `undo` would take back. */
	peekUndo(): Promise<LogEvent | null> {
		throw unfinished();
	}

	/** Begins a session at the present end of this device's log. */
	startSession(deckIds: readonly DeckId[] | null, moment: Moment): Promise<StoredSession> {
		throw unfinished();
	}
	currentSession(): Promise<StoredSession | null> {
		throw unfinished();
	}
	endSession(): Promise<void> {
		throw unfinished();
	}
	/** This device's events after a sequence number, oldest first. */
	sessionEvents(sinceSequence: number): Promise<LogEvent[]> {
		throw unfinished();
	}

	/** Totals of study days, both ends included, one entry for each day and deck. */
	totals(fromDay: StudyDay, toDay: StudyDay): Promise<DailyTotals[]> {
		throw unfinished();
	}
	/** Practice in which one speaker was taken for another. */
	confusions(): Promise<PracticeEvent[]> {
		throw unfinished();
	}
	eventsOf(id: CardId): Promise<LogEvent[]> {
		throw unfinished();
	}

	exportAll(): Promise<Snapshot> {
		throw unfinished();
	}
	/** All or nothing. Cards' schedules and totals are rebuilt from the events. */
	replaceAll(snapshot: Snapshot): Promise<void> {
		throw unfinished();
	}
	/** Empties everything; the device keeps its id and goes on counting. */
	wipe(): Promise<void> {
		throw unfinished();
	}
	/** How much there is, to warn before an older file replaces it. */
	headInfo(): Promise<{ eventCount: number; latestAt: number | null }> {
		throw unfinished();
	}
	lastBackupAt(): Promise<number | null> {
		throw unfinished();
	}
	setLastBackupAt(at: number): Promise<void> {
		throw unfinished();
	}

	/** Tells of commits by other tabs, and by this store too when `own`. Returns how to stop. */
	changes(callback: (change: Change) => void, options?: { own: boolean }): () => void {
		throw unfinished();
	}
	close(): void {
		throw unfinished();
	}
}

const unfinished = () => new Error('This part of the store is not written yet.');
