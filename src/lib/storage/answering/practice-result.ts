import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { PracticeEvent } from '#lib/domain/log/event.ts';
import type { Moment } from '#lib/domain/time/moment.ts';

export interface PracticeResult {
	readonly cardId: CardId;
	readonly deckId: DeckId;
	readonly drill: PracticeEvent['drill'];
	readonly rating: PracticeEvent['rating'];
	readonly durationMs: number;
	readonly confusedWith: string | null;
	readonly moment: Moment;
}
