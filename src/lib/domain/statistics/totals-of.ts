import type { Progress } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { addToTotals, emptyTotals, type DailyTotals } from './daily-totals.ts';
import { newStanding, standingAfter, standingOf, type Standing } from './standing.ts';

/** A card that was brought in without its history, and the progress it came with. */
export interface BaseOfCard {
	readonly cardId: CardId;
	readonly progress: Progress;
}

/**
 * All totals of a log, by day and deck: what `addToTotals` arrives at one event at a time. The order of
 * `events` and duplicates among them don't matter.
 */
export function totalsOf(
	events: readonly LogEvent[],
	bases: readonly BaseOfCard[] = [],
): DailyTotals[] {
	const byDayAndDeck = new Map<string, DailyTotals>();
	const standings = new Map<CardId, Standing>(
		bases.map(({ cardId, progress }) => [cardId, standingOf(progress)]),
	);
	for (const event of effectiveEvents(events)) {
		const before = standings.get(event.cardId) ?? newStanding;
		const after = standingAfter(before, event);
		if (after !== before) standings.set(event.cardId, after);
		if (event.kind !== 'review' && event.kind !== 'practice') continue;
		const key = `${event.studyDay} ${event.deckId}`;
		const totals = byDayAndDeck.get(key) ?? emptyTotals(event.studyDay, event.deckId);
		byDayAndDeck.set(key, addToTotals(totals, event, before, 1));
	}
	return [...byDayAndDeck.values()].sort(
		(a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1),
	);
}
