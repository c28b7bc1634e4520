import type { FitRecord } from './fit-record.ts';

/** Events in the log before a fit is suggested for the first time. */
const FIRST = 400;
/** After a fit: again when the log has grown by half, by no less than this and no more than that. */
const LEAST_GROWTH = 200;
const MOST_GROWTH = 3000;

/**
 * How many new events make another fit worth suggesting; 0 when it is time. A fit that found nothing counts as
 * one, and so does an offer that was declined: nobody is asked twice about the same reviews.
 *
 * @param events how many the log holds
 */
export function eventsUntilFit(last: FitRecord | null, events: number): number {
	if (last === null) return Math.max(0, FIRST - events);
	const growth = Math.min(Math.max(last.events / 2, LEAST_GROWTH), MOST_GROWTH);
	return Math.max(0, Math.ceil(Math.max(FIRST, last.events + growth) - events));
}
