import type { Card } from '#lib/domain/cards/card.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { isHidden } from './is-hidden.ts';
import { isTimed } from './learning-order.ts';
import type { Gathered } from './queue.ts';

/** Gathered cards by the way they come into the queue; what is not for today is left out. */
export interface SortedOut {
	/** Come back at an instant. */
	readonly timed: readonly Card[];
	/** Learning cards whose step lasted a day or more. */
	readonly dayLearning: readonly Card[];
	readonly forward: readonly Card[];
	readonly due: readonly Card[];
	readonly fresh: readonly Card[];
}

type Way = keyof SortedOut;

export function sortOut(gathered: Gathered, today: StudyDay): SortedOut {
	const sorted: Record<Way, Card[]> = {
		timed: [],
		dayLearning: [],
		forward: [],
		due: [],
		fresh: [],
	};
	const cards = [...gathered.learning, ...gathered.due, ...gathered.fresh];
	for (const card of new Map(cards.map((card) => [card.id, card])).values()) {
		const way = wayOf(card, gathered, today);
		if (way !== null) sorted[way].push(card);
	}
	return sorted;
}

function wayOf(card: Card, { broughtForward, planned }: Gathered, today: StudyDay): Way | null {
	if (isHidden(card, today)) return null;
	if (isTimed(card)) return 'timed';
	if (planned?.has(card.id) === true) return 'forward';
	if (card.due !== null && 'day' in card.due && card.due.day > today) return null;
	if (card.state === 'new') return card.due === null ? 'fresh' : 'forward';
	if (card.state !== 'review') return 'dayLearning';
	// An answer never leaves a review due on its own day, so something brought the card forward since.
	const answeredToday = card.lastReviewedDay !== null && card.lastReviewedDay >= today;
	return answeredToday || broughtForward?.has(card.id) === true ? 'forward' : 'due';
}
