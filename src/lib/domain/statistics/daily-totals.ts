import type { DeckId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LastingEvent, LogEvent, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** What was done in a deck on a study day. A sum: every event adds its share, and an undo takes it away. */
export interface DailyTotals {
	readonly studyDay: StudyDay;
	readonly deckId: DeckId;
	/** Answers given to new cards. */
	readonly introduced: number;
	/** Answers given to cards in review. */
	readonly reviews: number;
	/** All answers, learning steps included; practice isn't. */
	readonly answers: number;
	readonly again: number;
	readonly hard: number;
	readonly good: number;
	readonly easy: number;
	/** Of `reviews`: those rated Hard, Good or Easy, and those rated Again. */
	readonly remembered: number;
	readonly forgotten: number;
	/** Time taken by all answers. */
	readonly durationMs: number;
	/** Practice results, of whatever drill. */
	readonly practice: number;
}

export function emptyTotals(studyDay: StudyDay, deckId: DeckId): DailyTotals {
	return { studyDay, deckId, ...NOTHING };
}

/**
 * The totals with an event's share added (1) or taken away (-1).
 *
 * @param totals of the event's own study day and deck
 */
export function addToTotals(totals: DailyTotals, event: LastingEvent, sign: 1 | -1): DailyTotals {
	if (event.studyDay !== totals.studyDay || event.deckId !== totals.deckId) {
		throw new Error(
			`Event ${event.id} doesn't belong to day ${totals.studyDay} of ${totals.deckId}`,
		);
	}
	if (event.kind === 'review') return addReview(totals, event, sign);
	if (event.kind === 'practice') return { ...totals, practice: totals.practice + sign };
	return totals;
}

/** All totals of a log, by day and deck: what `addToTotals` arrives at one event at a time. */
export function totalsOf(events: readonly LogEvent[]): DailyTotals[] {
	const byDayAndDeck = new Map<string, DailyTotals>();
	for (const event of effectiveEvents(events)) {
		if (event.kind !== 'review' && event.kind !== 'practice') continue;
		const key = `${event.studyDay} ${event.deckId}`;
		const before = byDayAndDeck.get(key) ?? emptyTotals(event.studyDay, event.deckId);
		byDayAndDeck.set(key, addToTotals(before, event, 1));
	}
	return [...byDayAndDeck.values()].sort(
		(a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1),
	);
}

/** Whether nothing was done, or all of it undone: such totals needn't be kept. */
export function isNothing(totals: DailyTotals): boolean {
	return totals.answers === 0 && totals.practice === 0;
}

const NOTHING = {
	introduced: 0,
	reviews: 0,
	answers: 0,
	again: 0,
	hard: 0,
	good: 0,
	easy: 0,
	remembered: 0,
	forgotten: 0,
	durationMs: 0,
	practice: 0,
};

const RATING_NAMES = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<
	Rating,
	string
>;

function addReview(totals: DailyTotals, event: ReviewEvent, sign: 1 | -1): DailyTotals {
	const { from, rating, durationMs } = event;
	const named = RATING_NAMES[rating];
	const review = from === 'review' ? sign : 0;
	return {
		...totals,
		introduced: totals.introduced + (from === 'new' ? sign : 0),
		reviews: totals.reviews + review,
		answers: totals.answers + sign,
		[named]: totals[named] + sign,
		remembered: totals.remembered + (rating > 1 ? review : 0),
		forgotten: totals.forgotten + (rating === 1 ? review : 0),
		durationMs: totals.durationMs + sign * durationMs,
	};
}
