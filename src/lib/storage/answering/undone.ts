import type { Card } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';

export interface Undone {
	readonly undone: LogEvent;
	/** As it is now: by replay of its events, just as it was before. */
	readonly card: Card;
}
