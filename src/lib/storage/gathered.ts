import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId, NoteId } from '#lib/domain/cards/ids.ts';

/** What the limits of one deck still allow today. */
export interface LimitsLeft {
	readonly newLeft: number;
	readonly reviewsLeft: number;
}

/** Cards that may come today: a few more than the limits can use, so that siblings can be kept apart. */
export interface Gathered {
	/** In learning steps within the day, due until the study day ends; by due time. */
	readonly learning: readonly Card[];
	/** Due by study day: reviews, day-long steps, and cards brought forward; by due day. */
	readonly due: readonly Card[];
	/** New cards in the order of their decks' notes. */
	readonly fresh: readonly Card[];
	/** Of `due`: cards brought forward, which come whatever the limits say. */
	readonly broughtForward: ReadonlySet<CardId>;
	/** Notes with a card answered today. */
	readonly seenNotes: ReadonlySet<NoteId>;
	readonly limits: ReadonlyMap<DeckId, LimitsLeft>;
}
