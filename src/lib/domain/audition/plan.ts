import type { AuditionId, CardId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/**
 * What to study until the auditions, and what it will come to. Plain data. It says when to review and
 * nothing else: no memory state is altered by it.
 */
export interface Plan {
	/** The auditions ahead, soonest first. */
	readonly goals: readonly GoalPlan[];
	/** From today to the last audition, each day once. */
	readonly days: readonly PlanDay[];
	/** Today's cards, the most urgent first; what is left of today's minutes decides how many. */
	readonly today: readonly PlannedCard[];
}

/** One audition. Readiness is a mean retrievability over its cards, 0 to 1; a card never seen counts as 0. */
export interface GoalPlan {
	readonly id: AuditionId;
	/** How many cards it has; readiness is 0 when there are none. */
	readonly cards: number;
	readonly readiness: {
		/** At this moment. */
		readonly now: number;
		/** In the room, if nothing were studied any more. */
		readonly untouched: number;
		/** In the room, by the plan. */
		readonly planned: number;
		/** In the room, by normal scheduling within the same minutes a day. */
		readonly unplanned: number;
	};
	/** Study days from today to its day; 0 on the day itself. */
	readonly daysLeft: number;
	/** Minutes a day that the plan takes for it, as a mean over its days of study. */
	readonly minutesPerDay: number;
	/** Auditions ahead that ask for some of the same cards. */
	readonly sharesWith: readonly AuditionId[];
	/** Null: the plan reaches `target`. */
	readonly outOfReach: OutOfReach | null;
	/** The readiness asked for. */
	readonly target: number;
}

export type OutOfReach =
	/** More minutes a day would do. */
	| { readonly reason: 'too-little-time'; readonly minutesPerDayNeeded: number }
	/** Even all the time of these days would not; this readiness is the most there is. */
	| { readonly reason: 'too-late'; readonly bestReadiness: number };

export interface PlanDay {
	readonly day: StudyDay;
	/** Expected minutes of study; on the first day without those already done. */
	readonly minutes: number;
	/** Expected number of cards seen again. */
	readonly reviews: number;
	/** Expected number of new cards. */
	readonly fresh: number;
	/** Expected number of both by normal scheduling within the same minutes. */
	readonly unplanned: number;
	/** Cards of auditions that then are ahead, due on this day as they are scheduled now; overdue ones on the first. */
	readonly due: number;
	/** For each audition whose day is not before this one. */
	readonly readiness: readonly DayReadiness[];
}

/** Readiness after a day's study, were the audition then. On its own day: in the room. */
export interface DayReadiness {
	readonly goal: AuditionId;
	readonly planned: number;
	readonly unplanned: number;
}

export interface PlannedCard {
	readonly id: CardId;
	/** The audition it matters most for. */
	readonly goal: AuditionId;
	readonly reason: PlanReason;
	/** Seconds it is expected to take. */
	readonly seconds: number;
}

/** Why a card is due today. */
export type PlanReason =
	/** It is new, and its audition on that day. */
	| { readonly kind: 'fresh'; readonly on: StudyDay }
	/** Left alone, its retrievability would be this (0 to 1) on the day of the audition. */
	| { readonly kind: 'would-fall'; readonly retrievability: number; readonly on: StudyDay }
	/** It was seen today already, and that will not last until then. */
	| { readonly kind: 'relearn'; readonly retrievability: number; readonly on: StudyDay };
