import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';

/** Days over which what an audition left overdue comes back. */
export const SPREAD_DAYS = 14;

/** Fewer in a day are not worth spreading. */
const FEWEST_A_DAY = 5;
const DAY_MS = 86_400_000;

/** A card that was left to the plan of an audition, whose day has passed since. */
export type LeftCard = Pick<Card, 'id' | 'due' | 'state' | 'memory' | 'lastReviewedAt'>;

/**
 * The cards that wait for a later day, so that those which a plan let lie do not all come on the morning after.
 * A card that fell due by the audition's day is one of the heap; today's share of it, the cards remembered least
 * first, comes like any other. Nothing is written: once its share comes, a card is reviewed and no longer overdue.
 *
 * @param auditionDay the study day the audition was on, before `today`
 * @param at milliseconds since 1970, UTC: now
 */
export function heldBack(
	cards: readonly LeftCard[],
	auditionDay: StudyDay,
	today: StudyDay,
	at: number,
	model: MemoryModel,
): Set<CardId> {
	const daysLeft = daysBetween(today, addDays(auditionDay, SPREAD_DAYS + 1));
	const heap = cards
		.filter(({ state, due }) => state === 'review' && due !== null && 'day' in due)
		.filter(({ due }) => due !== null && 'day' in due && due.day <= auditionDay)
		.map((card) => ({ id: card.id, recall: recall(card, at, model) }))
		.sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1));
	const share = Math.max(FEWEST_A_DAY, Math.ceil(heap.length / Math.max(1, daysLeft)));
	return new Set(heap.slice(share).map(({ id }) => id));
}

function recall({ memory, lastReviewedAt }: LeftCard, at: number, model: MemoryModel): number {
	if (!memory || lastReviewedAt === null) return 0;
	return model.retrievability(memory, Math.max(0, at - lastReviewedAt) / DAY_MS);
}
