import type { Progress } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import type { SchedulingOptions } from '#lib/domain/settings/settings.ts';
import type { Spread } from './fuzz.ts';

/** Days for each rating: ideal and fractional, or whole. */
export type DayIntervals = Readonly<Record<Rating, number>>;

/**
 * Whole study days for each rating: 1 to the maximum, a better rating never sooner, and Hard < Good < Easy
 * as long as the maximum leaves room. A passed review whose ideal interval is longer than its last one gets
 * at least a day more, so fuzz never holds a card back.
 */
export function dayIntervals(
	card: Progress,
	ideal: DayIntervals,
	{ maximumIntervalDays }: SchedulingOptions,
	spread: Spread,
): DayIntervals {
	const maximum = Math.max(1, Math.floor(maximumIntervalDays));
	const last = lastInterval(card);
	const fit = (rating: Rating, atLeast: number) => {
		const beyondLast =
			last !== null && rating > 1 && Math.round(ideal[rating]) > last ? last + 1 : 1;
		const minimum = Math.min(Math.max(atLeast, beyondLast), maximum);
		return spread(ideal[rating], minimum, maximum);
	};
	const again = fit(1, 1);
	const hard = fit(2, again);
	const good = fit(3, hard + 1);
	const easy = fit(4, good + 1);
	return { 1: again, 2: hard, 3: good, 4: easy };
}

/** The days a review card was sent away for. */
function lastInterval({ state, due, lastReviewedDay }: Progress): number | null {
	if (state !== 'review' || due === null || !('day' in due) || lastReviewedDay === null)
		return null;
	return Math.max(0, due.day - lastReviewedDay);
}
