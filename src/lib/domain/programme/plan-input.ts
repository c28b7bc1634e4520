import type { Card } from '#lib/domain/cards/card.ts';
import type { AuditionId, CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** What the planner looks at of a card; suspended cards are left out by the caller. A `Card` is one. */
export type PlanCard = Pick<
	Card,
	| 'id'
	| 'deckId'
	| 'memory'
	| 'lastReviewedAt'
	| 'lastReviewedDay'
	| 'due'
	| 'state'
	| 'buriedThrough'
>;

/** An audition as the planner sees it. */
export interface Goal {
	readonly id: AuditionId;
	readonly name: string;
	/** When it begins; milliseconds since 1970, UTC. */
	readonly at: number;
	/** The study day it is on. Study on that day comes before it. */
	readonly day: StudyDay;
	/** Its cards; ids that are not among the plan's cards are passed over. */
	readonly cardIds: readonly CardId[];
	/** Minutes of study on each day for this audition; null: as many as readiness needs. */
	readonly minutesPerDay: number | null;
	/** Days without study for this audition. */
	readonly daysOff: readonly StudyDay[];
}

/** Seconds that the study of one card takes on a day, as measured on this person or assumed. */
export interface StudySeconds {
	/** A new card, with its learning steps. */
	readonly fresh: number;
	/** A card that is remembered. */
	readonly remembered: number;
	/** A card that is forgotten, with its relearning steps. */
	readonly forgotten: number;
}

/** What is assumed until there are answers to measure. */
export const defaultStudySeconds: StudySeconds = { fresh: 30, remembered: 8, forgotten: 20 };

/** Everything a plan follows from. Plain data: it can be posted to a worker. */
export interface PlanInput {
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	readonly today: StudyDay;
	/** In the order in which new cards are to be learned. */
	readonly cards: readonly PlanCard[];
	/** Auditions that are over are passed over. */
	readonly goals: readonly Goal[];
	/** FSRS-6, w0 to w20. */
	readonly parameters: readonly number[];
	readonly seconds: StudySeconds;
	/** Seconds of study today already, for each card that had any. */
	readonly secondsDone: ReadonlyMap<CardId, number>;
	/** Of normal scheduling, which is what a plan is compared with; 0.7 to 0.99. */
	readonly desiredRetention: number;
	readonly maximumIntervalDays: number;
	/** New cards that normal scheduling brings of a deck on a day. One that is not in the map has no limit. */
	readonly newPerDay: ReadonlyMap<DeckId, number>;
}
