import type { Card } from '#lib/domain/cards/card.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { studyDayOf } from '#lib/domain/time/study-day.ts';
import { learnAheadMs } from './learn-ahead.ts';
import { dueAt, isTimed, learningOrder } from './learning-order.ts';
import { mixed } from './mixed.ts';
import type { Basis, Counts, Queue } from './queue.ts';

/**
 * The queue that follows from its basis, the learning cards (in any order) and the undone ones. What takes time with
 * thousands of cards is made when it is asked for: after an answer, the next card alone is wanted at once.
 */
export function arrange(basis: Basis, learning: readonly Card[], front: readonly Card[]): Queue {
	let main: readonly Card[] | undefined;
	let counts: Counts | undefined;
	return {
		front,
		get first() {
			return main ? (main[0] ?? null) : firstOf(mixed(basis));
		},
		get main() {
			return (main ??= [...mixed(basis)]);
		},
		learning: learningOrder(learning),
		get counts() {
			const { reviews, fresh } = basis;
			return (counts ??= countsOf([front, reviews, fresh, learning], basis.moment));
		},
		basis,
	};
}

function firstOf(cards: Iterable<Card>): Card | null {
	for (const card of cards) return card;
	return null;
}

function countsOf(lists: readonly (readonly Card[])[], moment: Moment): Counts {
	const counts = { new: 0, learning: 0, review: 0 };
	for (const cards of lists) {
		for (const card of cards) {
			if (card.state === 'new') counts.new++;
			else if (card.state === 'review') counts.review++;
			else if (!isTimed(card) || comesToday(dueAt(card), moment)) counts.learning++;
		}
	}
	return counts;
}

function comesToday(at: number, moment: Moment): boolean {
	const day = studyDayOf(at, moment.utcOffsetMinutes, moment.rolloverHour);
	return day <= moment.studyDay || at <= moment.at + learnAheadMs;
}
