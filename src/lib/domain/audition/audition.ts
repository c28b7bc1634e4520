import type { AuditionId, DeckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Weekday } from './days-off.ts';

/** A date in the room, what is to be remembered there, and how much time there is for it. */
export interface Audition {
	readonly id: AuditionId;
	/** The part, the project, the round: whatever the person calls it. */
	readonly name: string;
	/** When it begins; milliseconds since 1970, UTC. */
	readonly at: number;
	/** Null: all decks. */
	readonly deckIds: readonly DeckId[] | null;
	/** Only notes that bear one of these; empty: all notes of the decks. */
	readonly tags: readonly string[];
	/** Time to study for it on each day; null: as much as it takes. */
	readonly minutesPerDay: number | null;
	/** Days of each week without study for it. */
	readonly weekdaysOff: readonly Weekday[];
	/** Single days without study for it. */
	readonly datesOff: readonly StudyDay[];
	/** Put away: it plans nothing and stands below the others. */
	readonly archived: boolean;
	/** The readiness on the day that the last plan before it promised, 0 to 1; null before the first plan. */
	readonly predicted: number | null;
}

/** What an audition has where nothing was said, or where it was stored before there was such a field. */
export const plainAudition = {
	deckIds: null,
	tags: [],
	minutesPerDay: null,
	weekdaysOff: [],
	datesOff: [],
	archived: false,
	predicted: null,
} as const satisfies Partial<Audition>;

/** No plan reaches further ahead: days from now, two years of them. */
export const MOST_DAYS_AHEAD = 731;

const DAY_MS = 86_400_000;

/** Whether it still is to be prepared for. */
export function isAhead({ at, archived }: Audition, now: number): boolean {
	return at > now && !archived;
}

/** Whether it has to come nearer before there is a plan for it. */
export function isTooFar({ at }: Pick<Audition, 'at'>, now: number): boolean {
	return at - now > MOST_DAYS_AHEAD * DAY_MS;
}

/** Whether plans are made for it. */
export function isPlanned(audition: Audition, now: number): boolean {
	return isAhead(audition, now) && !isTooFar(audition, now);
}

/** The audition that comes next; null when none is ahead. */
export function nextAudition(auditions: readonly Audition[], now: number): Audition | null {
	return auditions
		.filter((audition) => isAhead(audition, now))
		.reduce<Audition | null>((next, each) => (next && next.at <= each.at ? next : each), null);
}
