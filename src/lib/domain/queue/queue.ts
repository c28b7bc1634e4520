import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';

/** How many cards of each sort would still be shown today. */
export interface Counts {
	readonly new: number;
	readonly learning: number;
	readonly review: number;
}

/** What one deck still allows today. */
export interface Limit {
	readonly newLeft: number;
	readonly reviewsLeft: number;
}

/** A deck that is not in the map has no limit. */
export type Limits = ReadonlyMap<DeckId, Limit>;

export type QueueOptions = Pick<Settings, 'burySiblings'>;

/** First answers today to cards that were new, and to cards that were in review. */
export interface DoneToday {
	readonly new: number;
	readonly reviews: number;
}

/**
 * The cards a queue is built from. A card may stand in any of the three lists: its own state and due
 * date decide what becomes of it. What is optional makes a rebuilt queue go on where the old one stood.
 */
export interface Gathered {
	readonly learning: readonly Card[];
	readonly due: readonly Card[];
	readonly fresh: readonly Card[];
	/** Notes of which a card was answered today. */
	readonly seenNotes: ReadonlySet<NoteId>;
	/** Cards that a match (or the user) made due today: they come whatever the limits say. */
	readonly broughtForward?: ReadonlySet<CardId> | undefined;
	/** Cards that the plan of an audition brings today, due or not: they come whatever the limits say. */
	readonly planned?: ReadonlyMap<CardId, PlannedCard> | undefined;
	readonly doneToday?: DoneToday | undefined;
	/** The note of the latest answer. */
	readonly lastNote?: NoteId | null | undefined;
}

/** What the order of a queue follows from, so that an answer changes it as a rebuild would. */
export interface Basis {
	readonly reviews: readonly Card[];
	readonly fresh: readonly Card[];
	/** These come in any case: by hand, or by the plan of an audition. */
	readonly broughtForward: ReadonlySet<CardId>;
	readonly doneToday: DoneToday;
	readonly lastNote: NoteId | null;
	readonly moment: Moment;
}

/** The cards of a study day in the order they are shown. */
export interface Queue {
	/** Cards whose answer was undone: shown before anything else. */
	readonly front: readonly Card[];
	/** Of `main`, without making all of it. */
	readonly first: Card | null;
	/** Reviews and new cards, mixed. */
	readonly main: readonly Card[];
	/** Cards that come back at an instant, soonest first. */
	readonly learning: readonly Card[];
	readonly counts: Counts;
	readonly basis: Basis;
}

/** All of them, in no order. */
export function cardsOf({ front, basis, learning }: Queue): Card[] {
	return [...front, ...basis.reviews, ...basis.fresh, ...learning];
}
