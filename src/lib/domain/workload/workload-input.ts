import type { StudySeconds } from '#lib/domain/programme/plan-input.ts';

/** How someone answers, as shares of 1. */
export interface AnswerShares {
	/** Of first answers: Again, Hard, Good, Easy. */
	readonly first: readonly [number, number, number, number];
	/** Of later answers that were right: Hard, Good, Easy. */
	readonly passed: readonly [number, number, number];
}

/** What fsrs-rs assumes of people who review: until there are answers to count. */
export const usualShares: AnswerShares = {
	first: [0.24, 0.09, 0.5, 0.17],
	passed: [0.22, 0.63, 0.15],
};

/** A deck, whose limits hold for it alone. */
export interface DeckLoad {
	/** Cards that were reviewed, and cards that never were. */
	readonly known: number;
	readonly fresh: number;
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
}

/** A collection and a person, as the simulation sees them. Plain data: it can be posted to a worker. */
export interface WorkloadInput {
	/** FSRS-6, w0 to w20. */
	readonly parameters: readonly number[];
	readonly decks: readonly DeckLoad[];
	/**
	 * Of each card that was reviewed, one deck after another: its memory, days since the last review, days until it is
	 * due (may be past).
	 */
	readonly stability: Float64Array;
	readonly difficulty: Float64Array;
	readonly elapsed: Float64Array;
	readonly dueIn: Float64Array;
	readonly maximumIntervalDays: number;
	readonly seconds: StudySeconds;
	readonly shares: AnswerShares;
	readonly seed: number;
}

/** What a desired retention costs and brings. */
export interface WorkloadPoint {
	/** 0 to 1. */
	readonly retention: number;
	/** Cards a day, over the year: reviews and first looks. */
	readonly cardsPerDay: number;
	readonly minutesPerDay: number;
	/** Share of the cards begun that would be recalled at the end of the year. */
	readonly remembered: number;
	/** Cards that the daily limit of reviews keeps waiting at the end of the year. */
	readonly waiting: number;
}
