import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { CardId, DeckId, EventId, NoteId } from './ids.ts';

export type CardState = 'new' | 'learning' | 'review' | 'relearning';

export type CardKind =
	'question' | 'cloze' | 'list-item' | 'recap-point' | 'who-said-it' | 'complete-quote';

/** When a card comes back: a step within the day is an instant (ms), anything longer is a diary entry. */
export type Due = { readonly at: number } | { readonly day: StudyDay };

/** What the memory model keeps of a card. Stability in days; difficulty from 1 to 10. */
export interface Memory {
	readonly stability: number;
	readonly difficulty: number;
}

/** Everything about a card that its events decide. `replay` of a card's events gives exactly this. */
export interface Progress {
	readonly state: CardState;
	/** Null for a new card that waits its turn; a new card brought forward has a day. */
	readonly due: Due | null;
	readonly memory: Memory | null;
	readonly reps: number;
	readonly lapses: number;
	/** Learning or relearning steps still ahead, the present one included; 0 in new and review. */
	readonly stepsLeft: number;
	readonly lastReviewedAt: number | null;
	readonly lastReviewedDay: StudyDay | null;
	readonly suspended: boolean;
	/** Hidden through this study day. */
	readonly buriedThrough: StudyDay | null;
	readonly leech: boolean;
	/** The last event that counted: an answer is refused when this moved since the card was shown. */
	readonly head: EventId | null;
}

/** One thing to recall, with its schedule. */
export interface Card extends Progress {
	readonly id: CardId;
	readonly noteId: NoteId;
	readonly deckId: DeckId;
	readonly kind: CardKind;
	/** Order among new cards of the deck. */
	readonly position: number;
}

export const untouched: Progress = {
	state: 'new',
	due: null,
	memory: null,
	reps: 0,
	lapses: 0,
	stepsLeft: 0,
	lastReviewedAt: null,
	lastReviewedDay: null,
	suspended: false,
	buriedThrough: null,
	leech: false,
	head: null,
};
