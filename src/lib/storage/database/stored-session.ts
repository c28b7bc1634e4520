import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** A review session that a reload resumes: its events are the device's own after `sinceSequence`. */
export interface StoredSession {
	readonly studyDay: StudyDay;
	readonly sinceSequence: number;
	/** Null: all decks. */
	readonly deckIds: readonly DeckId[] | null;
}
