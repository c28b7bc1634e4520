import type { Progress } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import type { Spread } from './fuzz.ts';
import type { Step, StepDelays } from './step-delays.ts';

/** Days for each rating: ideal and fractional, or whole. */
export type DayIntervals = Readonly<Record<Rating, number>>;

/**
 * Whole study days for each rating that leaves the steps: 1 to the maximum, Hard < Good < Easy as long as
 * the maximum leaves room, and none sooner than a day-long step that a worse rating leads to. A passed review
 * whose ideal interval is longer than its last one gets at least a day more, so fuzz never holds it back.
 *
 * For a rating that leads to a step the value is what it would be without; only Easy looks at it, since Easy
 * goes further than Good would on leaving.
 */
export function dayIntervals(
	card: Progress,
	ideal: DayIntervals,
	steps: StepDelays,
	maximumIntervalDays: number,
	spread: Spread,
): DayIntervals {
	const maximum = Math.max(1, Math.floor(maximumIntervalDays));
	const last = lastInterval(card);
	const fit = (rating: Rating, atLeast: number) => {
		const isLonger = last !== null && rating > 1 && Math.round(ideal[rating]) > last;
		return spread(ideal[rating], Math.max(1, atLeast, isLonger ? last + 1 : 1), maximum);
	};
	const again = fit(1, 1);
	const hard = fit(2, steps.again ? wholeDays(steps.again) : again);
	const good = fit(3, steps.hard ? wholeDays(steps.hard) : hard + 1);
	const easy = fit(4, Math.max(good + 1, steps.good ? wholeDays(steps.good) : 0));
	return { 1: again, 2: hard, 3: good, 4: easy };
}

/** The days a review card was sent away for. */
function lastInterval({ state, due, lastReviewedDay }: Progress): number | null {
	if (state !== 'review' || due === null || !('day' in due) || lastReviewedDay === null)
		return null;
	return Math.max(0, due.day - lastReviewedDay);
}

function wholeDays({ interval }: Step): number {
	return 'days' in interval ? interval.days : 0;
}
