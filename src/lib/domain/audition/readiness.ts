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
	const asked = cards.filter(({ suspended }) => !suspended);
	if (asked.length === 0) return null;
	const sum = asked.reduce((total, card) => total + recall(card, at, model), 0);
	return sum / asked.length;
}

function recall({ memory, lastReviewedAt }: Card, at: number, model: MemoryModel): number {
	if (!memory || lastReviewedAt === null) return 0;
	return model.retrievability(memory, Math.max(0, at - lastReviewedAt) / DAY_MS);
}
