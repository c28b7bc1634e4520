import type { CardState } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

export type { Rating };

/** How long until a card comes back: seconds for a step within the day, else study days. */
export type Interval = { readonly seconds: number } | { readonly days: number };

/** What an answer does to the schedule: shown on the button, and stored as it was shown. */
export interface Outcome {
	readonly state: Exclude<CardState, 'new'>;
	readonly stepsLeft: number;
	readonly interval: Interval;
	/** The lapse that made (or confirmed) the card a leech. */
	readonly leech: boolean;
	readonly suspended: boolean;
}

/** What all events have. */
export interface EventBase extends Moment {
	/** UUIDv7, whose time part never runs behind any id the device has seen: ids sort in causal order. */
	readonly id: EventId;
	readonly device: DeviceId;
	/** The device's own counter, from 1, without gaps. */
	readonly sequence: number;
	readonly cardId: CardId;
	/** The deck the card was in then, so that daily totals of past days never move. */
	readonly deckId: DeckId;
}

export interface ReviewEvent extends EventBase {
	readonly kind: 'review';
	readonly rating: Rating;
	readonly durationMs: number;
	/** The state the card was answered in. */
	readonly from: CardState;
	readonly outcome: Outcome;
	/** Where it was answered: a review, or a recap that counts toward the schedule. */
	readonly via: 'review' | 'recap';
}

/** A practice result: kept, but no evidence for the schedule. */
export interface PracticeEvent extends EventBase {
	readonly kind: 'practice';
	readonly drill: 'recap' | 'match' | 'again';
	/** 1 missed, 3 knew it. */
	readonly rating: 1 | 3;
	readonly durationMs: number;
	/** In a match: the speaker that was taken for the right one. */
	readonly confusedWith: string | null;
}

/** Takes back an earlier event of the same card; the card is then what it would be without it. */
export interface UndoEvent extends EventBase {
	readonly kind: 'undo';
	readonly undoes: EventId;
}

/** Forgets a card: it is new again. */
export interface ResetEvent extends EventBase {
	readonly kind: 'reset';
}

/** Makes a card due on a study day, whatever its state; memory stays. */
export interface RescheduleEvent extends EventBase {
	readonly kind: 'reschedule';
	readonly day: StudyDay;
}

export interface SuspendEvent extends EventBase {
	readonly kind: 'suspend' | 'unsuspend';
}

/** Hides a card through a study day. */
export interface BuryEvent extends EventBase {
	readonly kind: 'bury';
	readonly through: StudyDay;
}

/** One immutable row of the append-only log. */
export type LogEvent =
	ReviewEvent | PracticeEvent | UndoEvent | ResetEvent | RescheduleEvent | SuspendEvent | BuryEvent;

type Draft<E> = E extends LogEvent ? Omit<E, 'id' | 'device' | 'sequence'> : never;

/** An event before the log gave it its id and its place. */
export type EventDraft = Draft<LogEvent>;

/** An event that does something by itself: all but an undo, which only takes another away. */
export type LastingEvent = Exclude<LogEvent, UndoEvent>;
