import type { AuditionId, DeckId } from '#lib/domain/cards/ids.ts';

/** A date in the room, and what is to be remembered there. */
export interface Audition {
	readonly id: AuditionId;
	/** The part, the project, the round: whatever the person calls it. */
	readonly name: string;
	/** When it begins; milliseconds since 1970, UTC. */
	readonly at: number;
	/** Null: all decks. */
	readonly deckIds: readonly DeckId[] | null;
}

/** The audition that comes next; null when none is ahead. */
export function nextAudition(auditions: readonly Audition[], now: number): Audition | null {
	return auditions
		.filter(({ at }) => at > now)
		.reduce<Audition | null>((next, each) => (next && next.at <= each.at ? next : each), null);
}
