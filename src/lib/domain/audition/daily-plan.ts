import type { AuditionId, CardId, DeckId, EventId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { isPlanned, type Audition } from './audition.ts';
import type { Plan } from './plan.ts';

/** An audition as a plan took it, and the cards it covers. */
export interface CoveredGoal {
	readonly id: AuditionId;
	/** Of all that the plan follows from in the audition: another text is another question. */
	readonly key: string;
	readonly at: number;
	/** Null: all decks. */
	readonly deckIds: readonly DeckId[] | null;
	/** The cards of its tags in those decks; null: every card. */
	readonly cardIds: readonly CardId[] | null;
}

/** The plan of one study day as it is kept, with what it was made from. */
export interface DailyPlan {
	readonly studyDay: StudyDay;
	/** Milliseconds since 1970, UTC. */
	readonly madeAt: number;
	/** Of everything it follows from; when that has another text, the plan is out of date. */
	readonly basis: string;
	readonly goals: readonly CoveredGoal[];
	/** Null when planning failed. */
	readonly plan: Plan | null;
	/** What `plan.today` found each card's head to be, in its order: an answer since then has moved it. */
	readonly heads: readonly (EventId | null)[];
	/** Cards that an audition of late left overdue, and whose day has not come yet. */
	readonly held: readonly CardId[];
	/** Those that will still wait tomorrow, once today's cards are done. */
	readonly heldTomorrow: readonly CardId[];
	/** Why there is no plan, in words. */
	readonly problem: string | null;
}

/** Raised where a planner that is made otherwise would plan otherwise: a plan of the one before is out of date then. */
const PLANNER = 2;

/** The text by which two auditions ask the planner for the same. */
export function goalKey(audition: Audition): string {
	const { id, at, deckIds, tags, minutesPerDay, weekdaysOff, datesOff } = audition;
	return JSON.stringify([PLANNER, id, at, deckIds, tags, minutesPerDay, weekdaysOff, datesOff]);
}

/**
 * The goals that a kept plan answers for now, or null when it doesn't hold: it is of another day, it failed, or
 * the auditions to plan for are others than those it was made for. One that began since drops out.
 */
export function goalsInForce(
	kept: DailyPlan | null,
	auditions: readonly Audition[],
	today: StudyDay,
	now: number,
): readonly CoveredGoal[] | null {
	if (kept?.plan == null || kept.studyDay !== today) return null;
	const goals = kept.goals.filter(({ at }) => at > now);
	const wanted = auditions.filter((audition) => isPlanned(audition, now)).map(goalKey);
	const known = new Set(goals.map(({ key }) => key));
	return known.size === wanted.length && wanted.every((key) => known.has(key)) ? goals : null;
}
