import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { PracticeEvent, ReviewEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** For tests: what every event has, the n-th of one device. */
export function exampleEvent(sequence: number) {
	return {
		id: `event-${String(sequence).padStart(4, '0')}` as EventId,
		device: 'phone' as DeviceId,
		sequence,
		cardId: cardId(noteId('note'), 'answer'),
		deckId: deckId('callbacks'),
		at: sequence * 1000,
		utcOffsetMinutes: 0,
		rolloverHour: 4,
		studyDay: 20_000 as StudyDay,
	};
}

/** For tests: a card in review, rated Good, unless `more` says otherwise. */
export function exampleReview(sequence: number, more: Partial<ReviewEvent> = {}): ReviewEvent {
	return {
		...exampleEvent(sequence),
		kind: 'review',
		rating: 3,
		durationMs: 1000,
		from: 'review',
		via: 'review',
		outcome: {
			state: 'review',
			stepsLeft: 0,
			interval: { days: 3 },
			leech: false,
			suspended: false,
		},
		...more,
	};
}

export function examplePractice(sequence: number, more: Partial<PracticeEvent>): PracticeEvent {
	return {
		...exampleEvent(sequence),
		kind: 'practice',
		drill: 'recap',
		rating: 3,
		durationMs: 500,
		confusedWith: null,
		...more,
	};
}
