import type { Card } from '#lib/domain/cards/card.ts';
import type { Outcome, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import type { Moment } from '#lib/domain/time/moment.ts';

export interface AnswerRequest {
	/** As it was shown: refused as stale when its `head` is no longer the stored one. */
	readonly card: Card;
	readonly moment: Moment;
	readonly rating: Rating;
	/** The choice that stood on the button. */
	readonly outcome: Outcome;
	readonly durationMs: number;
	readonly via: ReviewEvent['via'];
	/** Told of the card as it will be, while the answer is still being written: time to think ahead. */
	readonly meanwhile?: (card: Card) => void;
}

export type Answered =
	| { readonly kind: 'done'; readonly card: Card; readonly event: ReviewEvent }
	/** Nothing was written; `card` is the stored one, null when it is gone. */
	| { readonly kind: 'stale'; readonly card: Card | null };
