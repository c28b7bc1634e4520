import type { Card } from '#lib/domain/cards/card.ts';
import { studyDayOf, type StudyDay } from '#lib/domain/time/study-day.ts';
import { learnAheadMs } from './learn-ahead.ts';
import { dueAt, isTimed, learningOrder } from './learning-order.ts';
import { mix } from './mix.ts';
import type { Basis, Counts, Queue } from './queue.ts';

/** The queue that follows from its basis, the learning cards (in any order) and the undone ones. */
export function arrange(basis: Basis, learning: readonly Card[], front: readonly Card[]): Queue {
	const ordered = { front, main: mix(basis), learning: learningOrder(learning) };
	return { ...ordered, counts: countsOf(Object.values(ordered).flat(), basis), basis };
}

function countsOf(cards: readonly Card[], { moment }: Basis): Counts {
	const counts = { new: 0, learning: 0, review: 0 };
	for (const card of cards) {
		if (card.state === 'new') counts.new++;
		else if (card.state === 'review') counts.review++;
		else if (!isTimed(card) || comesToday(dueAt(card))) counts.learning++;
	}
	return counts;

	function comesToday(at: number): boolean {
		const day: StudyDay = studyDayOf(at, moment.utcOffsetMinutes, moment.rolloverHour);
		return day <= moment.studyDay || at <= moment.at + learnAheadMs;
	}
}
