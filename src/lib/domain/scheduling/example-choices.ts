import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { cardId, noteId, type EventId } from '#lib/domain/cards/ids.ts';
import type { Outcome, Rating } from '#lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings, type SchedulingOptions } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { choices, type Scheduled } from './choices.ts';
import { nearestDay } from './fuzz.ts';

export const model = createMemoryModel(defaultParameters);

/** For tests: the study day that the examples take for today. */
export const today = 20_000 as StudyDay;

/** For tests: ten in the morning of today. */
export const now: Moment = {
	at: today * 86_400_000 + 36_000_000,
	utcOffsetMinutes: 0,
	rolloverHour: 4,
	studyDay: today,
};

/** For tests: the n-th card; each number gives it another id, and so another fuzz. */
export function scheduledCard(progress: Partial<Progress>, n = 0): Scheduled {
	return { ...untouched, ...progress, id: cardId(noteId(`note-${n}`), 'answer') };
}

/** For tests: a card in review, due today. */
export function inReview(more: Partial<Progress> = {}, n = 0): Scheduled {
	const progress: Partial<Progress> = {
		state: 'review',
		due: { day: today },
		memory: { stability: 10, difficulty: 5 },
		reps: 5,
		lastReviewedAt: now.at - 10 * 86_400_000,
		lastReviewedDay: addDays(today, -10),
		head: 'before' as EventId,
	};
	return scheduledCard({ ...progress, ...more }, n);
}

/** For tests: what each rating would do to a card now, without fuzz. */
export function offer(
	from: Scheduled,
	options: Partial<SchedulingOptions> = {},
): Record<Rating, Outcome> {
	return choices(from, now, { ...defaultSettings, ...options }, model, nearestDay);
}

/** For tests: the days until the card comes back after each rating; null where it is minutes. */
export function daysOf(offered: Record<Rating, Outcome>): (number | null)[] {
	return ([1, 2, 3, 4] as const).map((rating) => {
		const { interval } = offered[rating];
		return 'days' in interval ? interval.days : null;
	});
}
