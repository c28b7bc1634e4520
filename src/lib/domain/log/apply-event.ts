import { untouched, type Due, type Progress } from '#lib/domain/cards/card.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { addDays, daysBetween } from '#lib/domain/time/study-day.ts';
import type { LastingEvent, ReviewEvent } from './event.ts';

/**
 * A card's progress after one more event. State and due date are what the event promised then; memory is
 * computed anew, so that other parameters change it. Every event can be applied to every progress: after a
 * merge of two devices a review may meet a state other than the one it was given in.
 *
 * An undo is not applied but replayed: see `replay`.
 */
export function applyEvent(progress: Progress, event: LastingEvent, model: MemoryModel): Progress {
	switch (event.kind) {
		case 'practice':
			return progress;
		case 'review':
			return afterReview(progress, event, model);
		case 'reset':
			return { ...untouched, suspended: progress.suspended, head: event.id };
		case 'reschedule':
			return { ...progress, due: { day: event.day }, head: event.id };
		case 'suspend':
			return { ...progress, suspended: true, head: event.id };
		case 'unsuspend':
			return { ...progress, suspended: false, head: event.id };
		case 'bury':
			return { ...progress, buriedThrough: event.through, head: event.id };
	}
}

function afterReview(before: Progress, event: ReviewEvent, model: MemoryModel): Progress {
	const { outcome, rating, studyDay } = event;
	const elapsedDays =
		before.lastReviewedDay === null ? 0 : daysBetween(before.lastReviewedDay, studyDay);
	return {
		state: outcome.state,
		due: dueOf(event),
		memory: model.next(before.memory, elapsedDays, rating),
		reps: before.reps + 1,
		lapses: before.lapses + (before.state === 'review' && rating === 1 ? 1 : 0),
		stepsLeft: outcome.stepsLeft,
		lastReviewedAt: event.at,
		lastReviewedDay: studyDay,
		suspended: before.suspended || outcome.suspended,
		buriedThrough: null,
		leech: before.leech || outcome.leech,
		head: event.id,
	};
}

function dueOf({ at, studyDay, outcome: { interval } }: ReviewEvent): Due {
	return 'seconds' in interval
		? { at: at + interval.seconds * 1000 }
		: { day: addDays(studyDay, interval.days) };
}
