import type { Progress } from '#lib/domain/cards/card.ts';
import type { LastingEvent } from '#lib/domain/log/event.ts';
import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';

/** What the statistics must know of a card to count its next answer. */
export interface Standing {
	/** Null: never answered, or forgotten by a reset since. */
	readonly lastReviewedDay: StudyDay | null;
	/** Study days between the last answer and the due day; 0 within a day. */
	readonly intervalDays: number;
}

export const newStanding: Standing = { lastReviewedDay: null, intervalDays: 0 };

/** As the card's row tells it. */
export function standingOf({
	due,
	lastReviewedDay,
}: Pick<Progress, 'due' | 'lastReviewedDay'>): Standing {
	const hasInterval = lastReviewedDay !== null && due !== null && 'day' in due;
	return {
		lastReviewedDay,
		intervalDays: hasInterval ? daysBetween(lastReviewedDay, due.day) : 0,
	};
}

/** As the log tells it: one event further. What `standingOf` says of the row after that event. */
export function standingAfter(before: Standing, event: LastingEvent): Standing {
	switch (event.kind) {
		case 'review': {
			const { interval } = event.outcome;
			return {
				lastReviewedDay: event.studyDay,
				intervalDays: 'days' in interval ? Math.max(0, interval.days) : 0,
			};
		}
		case 'reschedule': {
			const { lastReviewedDay } = before;
			return {
				lastReviewedDay,
				intervalDays: lastReviewedDay === null ? 0 : daysBetween(lastReviewedDay, event.day),
			};
		}
		case 'reset':
			return newStanding;
		default:
			return before;
	}
}

/**
 * Whether an answer now is the first on its study day: the last one was on an earlier day. (On a clock that was
 * set back, a day that comes a second time counts as a later one.)
 */
export function isFirstOfDay({ lastReviewedDay }: Standing, studyDay: StudyDay): boolean {
	return lastReviewedDay !== null && lastReviewedDay < studyDay;
}
