import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { DailyTotals } from './daily-totals.ts';
import { TotalsFold, type BaseOfCard } from './totals-fold.ts';

/**
 * All totals of a log, by day and deck: what `addToTotals` arrives at one event at a time. The order of
 * `events` and duplicates among them don't matter.
 *
 * @param bases of the cards that came without their history
 */
export function totalsOf(
	events: readonly LogEvent[],
	bases: readonly BaseOfCard[] = [],
): DailyTotals[] {
	const fold = new TotalsFold(bases);
	for (const event of effectiveEvents(events)) fold.add(event);
	return fold.totals;
}
