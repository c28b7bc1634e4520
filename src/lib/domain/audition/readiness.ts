import type { Card } from '#lib/domain/cards/card.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';

const DAY_MS = 86_400_000;

/**
 * How much of these cards would be remembered at an instant if none were reviewed until then: the mean
 * retrievability, 0 to 1. A card never seen counts as 0; a suspended one does not count. Null without cards.
 *
 * @param at milliseconds since 1970, UTC
 */
export function readiness(cards: readonly Card[], at: number, model: MemoryModel): number | null {
	return meanRecall(noRecall(at, model), cards).mean;
}

/** A mean that grows card by card, for collections too large to be held at once. */
export interface Recall {
	readonly at: number;
	readonly model: MemoryModel;
	readonly sum: number;
	readonly count: number;
	/** Null without cards. */
	readonly mean: number | null;
}

export function noRecall(at: number, model: MemoryModel): Recall {
	return { at, model, sum: 0, count: 0, mean: null };
}

/** The mean with more cards in it. */
export function meanRecall(before: Recall, cards: readonly Card[]): Recall {
	const { at, model } = before;
	const asked = cards.filter(({ suspended }) => !suspended);
	const sum = asked.reduce((total, card) => total + recall(card, at, model), before.sum);
	const count = before.count + asked.length;
	return { at, model, sum, count, mean: count === 0 ? null : sum / count };
}

function recall({ memory, lastReviewedAt }: Card, at: number, model: MemoryModel): number {
	if (!memory || lastReviewedAt === null) return 0;
	return model.retrievability(memory, Math.max(0, at - lastReviewedAt) / DAY_MS);
}
