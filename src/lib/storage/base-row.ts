import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Progress } from '#lib/domain/cards/card.ts';

/** Progress that came from elsewhere without its events: replay begins there, not at an untouched card. */
export interface BaseRow {
	readonly cardId: CardId;
	readonly progress: Progress;
}
