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
import { stepDelays, type Step, type StepDelays } from './step-delays.ts';

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
	const steps = stepsAhead(card, options);
	const ideal = idealDays(card, moment, options, model);
	const days = dayIntervals(card, ideal, steps, options.maximumIntervalDays, spread);
	const isLapse = card.state === 'review';
	const inState = isLapse || card.state === 'relearning' ? 'relearning' : 'learning';
	const outcome = (step: Step | null, graduated: number): Outcome =>
		step
			? { state: inState, ...step, leech: false, suspended: false }
			: { ...IN_REVIEW, interval: { days: graduated } };
	const again = outcome(steps.again, days[1]);
	return {
		1: isLapse ? asLapse(again, card.lapses + 1, options) : again,
		2: outcome(steps.hard, days[2]),
		3: outcome(steps.good, days[3]),
		4: outcome(null, days[4]),
	};
}

const IN_REVIEW = { state: 'review', stepsLeft: 0, leech: false, suspended: false } as const;

/** A review card meets a step only when forgotten. */
function stepsAhead(card: Scheduled, options: SchedulingOptions): StepDelays {
	const { learningStepsSeconds: learning, relearningStepsSeconds: relearning } = options;
	switch (card.state) {
		case 'new':
			return stepDelays(learning, learning.length);
		case 'learning':
			return stepDelays(learning, card.stepsLeft);
		case 'relearning':
			return stepDelays(relearning, card.stepsLeft);
		case 'review':
			return { ...stepDelays(relearning, relearning.length), hard: null, good: null };
	}
}

function asLapse(again: Outcome, lapses: number, options: SchedulingOptions): Outcome {
	const leech = isLeechLapse(lapses, options.leechThreshold);
	return { ...again, leech, suspended: leech && options.leechAction === 'suspend' };
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
