import type { Progress } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Outcome, Rating } from '#lib/domain/log/event.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { SchedulingOptions } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { daysBetween } from '#lib/domain/time/study-day.ts';
import { seededFuzz, type Spread } from './fuzz.ts';
import { dayIntervals, type DayIntervals } from './day-intervals.ts';
import { isLeechLapse } from './leech.ts';
import { stepDelays, type Step } from './step-delays.ts';

/** A card as far as scheduling looks at it. */
export type Scheduled = Progress & { readonly id: CardId };

/**
 * What each rating would do to a card now. It is both the preview on the buttons and the answer that is
 * stored, so the two cannot differ. Steps, ordering and limits are Anki's; intervals are FSRS's.
 *
 * @param spread how ideal intervals become whole days; the seeded fuzz unless a test wants none
 */
export function choices(
	card: Scheduled,
	moment: Moment,
	options: SchedulingOptions,
	model: MemoryModel,
	spread: Spread = seededFuzz(card.id, card.reps),
): Record<Rating, Outcome> {
	const days = dayIntervals(card, idealDays(card, moment, options, model), options, spread);
	return card.state === 'review' ? ofReview(card, days, options) : ofSteps(card, days, options);
}

/** Days until retrievability falls to the desired retention, after each rating. */
function idealDays(
	card: Scheduled,
	moment: Moment,
	options: SchedulingOptions,
	model: MemoryModel,
): DayIntervals {
	const elapsed =
		card.lastReviewedDay === null ? 0 : daysBetween(card.lastReviewedDay, moment.studyDay);
	const after = (rating: Rating) =>
		model.intervalDays(
			model.next(card.memory, elapsed, rating).stability,
			options.desiredRetention,
		);
	return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

function ofReview(
	card: Scheduled,
	days: DayIntervals,
	options: SchedulingOptions,
): Record<Rating, Outcome> {
	const leech = isLeechLapse(card.lapses + 1, options.leechThreshold);
	const suspended = leech && options.leechAction === 'suspend';
	const steps = options.relearningStepsSeconds;
	const { again } = stepDelays(steps, steps.length);
	return {
		1: { ...(again ? inSteps('relearning', again) : inReview(days[1])), leech, suspended },
		2: inReview(days[2]),
		3: inReview(days[3]),
		4: inReview(days[4]),
	};
}

function ofSteps(
	card: Scheduled,
	days: DayIntervals,
	options: SchedulingOptions,
): Record<Rating, Outcome> {
	const relearning = card.state === 'relearning';
	const steps = relearning ? options.relearningStepsSeconds : options.learningStepsSeconds;
	const left = card.state === 'new' ? steps.length : card.stepsLeft;
	const { again, hard, good } = stepDelays(steps, left);
	const at = (step: Step | null, graduated: number) =>
		step ? inSteps(relearning ? 'relearning' : 'learning', step) : inReview(graduated);
	return {
		1: at(again, days[1]),
		2: at(hard, days[2]),
		3: at(good, days[3]),
		4: inReview(days[4]),
	};
}

function inSteps(state: 'learning' | 'relearning', step: Step): Outcome {
	return { state, ...step, leech: false, suspended: false };
}

function inReview(days: number): Outcome {
	return { state: 'review', stepsLeft: 0, interval: { days }, leech: false, suspended: false };
}
