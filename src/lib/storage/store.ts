import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { LogEvent, PracticeEvent, RescheduleEvent } from '#lib/domain/log/event.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Answered, AnswerRequest } from '#lib/storage/answering/answer-request.ts';
import { answer, expectAnswer } from '#lib/storage/answering/answer.ts';
import { bringForward, bury, setSuspended } from '#lib/storage/answering/by-hand.ts';
import type { PracticeResult } from '#lib/storage/answering/practice-result.ts';
import { practice } from '#lib/storage/answering/practice.ts';
import { currentSession, endSession, startSession } from '#lib/storage/answering/session-store.ts';
import { peekUndo, undo } from '#lib/storage/answering/undo.ts';
import type { Undone } from '#lib/storage/answering/undone.ts';
import type { StoredSession } from '#lib/storage/database/stored-session.ts';
import { confusions, eventsOfCard, eventsSince } from '#lib/storage/log/event-log.ts';
import type { Gathered } from '#lib/storage/queue/gathered.ts';
import { allowMore } from '#lib/storage/queue/more-new-cards.ts';
import { gather } from '#lib/storage/queue/queue-reader.ts';
import type { StatisticsStore } from '#lib/storage/statistics/statistics-store.ts';
import { totalsBetween } from '#lib/storage/statistics/totals-store.ts';
import { CollectionStore } from './collection-store.ts';

/** Everything the app keeps, behind one object. A promise that resolves after a change is a strict commit. */
export class Store extends CollectionStore {
	/** What `buildQueue` makes the day's queue of. @param deckIds null: all decks @param more new cards beyond the limit */
	gather(deckIds: readonly DeckId[] | null, moment: Moment, more = 0): Promise<Gathered> {
		return gather(this.context, deckIds, moment, more);
	}

	/** Lets each deck show so many new cards beyond its limit, on the moment's study day only. */
	allowMore(moment: Moment, count: number): Promise<void> {
		return allowMore(this.context, moment, count);
	}

	answer(request: AnswerRequest): Promise<Answered> {
		return answer(this.context, request);
	}

	/** Reads ahead what an answer to this card will touch, so that it takes less time. */
	expectAnswer(card: Card, studyDay: StudyDay): Promise<void> {
		return expectAnswer(this.context, card, studyDay);
	}

	practice(result: PracticeResult): Promise<PracticeEvent> {
		return practice(this.context, result);
	}

	/** Makes a card come today whatever the limits; null when it comes anyway, is hidden or is gone. */
	bringForward(id: CardId, moment: Moment): Promise<RescheduleEvent | null> {
		return bringForward(this.context, id, moment);
	}

	/** The card after it; null when it is gone. */
	suspend(id: CardId, moment: Moment): Promise<Card | null> {
		return setSuspended(this.context, id, moment, true);
	}

	unsuspend(id: CardId, moment: Moment): Promise<Card | null> {
		return setSuspended(this.context, id, moment, false);
	}

	/** Hides the card through the moment's study day. */
	bury(id: CardId, moment: Moment): Promise<Card | null> {
		return bury(this.context, id, moment);
	}

	/** How many due dates differ from what the parameters and the desired retention in force say. */
	async countMovableDueDates(moment: Moment): Promise<number> {
		return (await rescheduling()).countMovableDueDates(this.context, moment);
	}

	/** Moves them there; how many were moved. */
	async moveDueDates(moment: Moment): Promise<number> {
		return (await rescheduling()).moveDueDates(this.context, moment);
	}

	/** Takes back this device's latest undoable event that still counts; null when there is none. @param meanwhile told of the card while that is written: time to think ahead */
	undo(moment: Moment, meanwhile?: (card: Card) => void): Promise<Undone | null> {
		return undo(this.context, moment, meanwhile);
	}

	/** What `undo` would take back. */
	peekUndo(): Promise<LogEvent | null> {
		return peekUndo(this.context);
	}

	/** Begins a session at the present end of this device's log. @param deckIds null: all decks */
	startSession(deckIds: readonly DeckId[] | null, moment: Moment): Promise<StoredSession> {
		return startSession(this.context, deckIds, moment);
	}

	currentSession(): Promise<StoredSession | null> {
		return currentSession(this.context);
	}

	endSession(): Promise<void> {
		return endSession(this.context);
	}

	/** This device's events after a sequence number, oldest first, undone ones and undos included. */
	async sessionEvents(sinceSequence: number): Promise<LogEvent[]> {
		return eventsSince(this.context.db, await this.context.device(), sinceSequence);
	}

	/** Totals of study days, both ends included, one entry for each day and deck. */
	totals(fromDay: StudyDay, toDay: StudyDay): Promise<DailyTotals[]> {
		return totalsBetween(this.context.db, fromDay, toDay);
	}

	/** What only the statistics ask for. */
	async statistics(): Promise<StatisticsStore> {
		const { StatisticsStore: Asked } = await import('#lib/storage/statistics/statistics-store.ts');
		return new Asked(this.context.db);
	}

	/** Practice in which one speaker was taken for another. */
	confusions(): Promise<PracticeEvent[]> {
		return confusions(this.context.db);
	}

	/** All of a card's events, oldest first. */
	eventsOf(id: CardId): Promise<LogEvent[]> {
		return eventsOfCard(this.context.db, id);
	}
}

/** Fetched when asked for: most visits never need it. */
const rescheduling = () => import('#lib/storage/answering/reschedule-cards.ts');
