import type { Card } from '#lib/domain/cards/card.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from './build-queue.ts';
import { exampleCard, noon, reviewCard } from './example-card.ts';
import type { Gathered, Limits, Queue } from './queue.ts';

export const noLimits: Limits = new Map();

/** For tests: cards as a store would gather them; in which of the lists they stand doesn't matter. */
export function gathered(cards: readonly Card[], more: Partial<Gathered> = {}): Gathered {
	return { learning: [], due: [], fresh: cards, seenNotes: new Set(), ...more };
}

/** For tests: what the one deck of the examples still allows today. */
export function limits(newLeft: number, reviewsLeft: number): Limits {
	return new Map([[deckId('deck'), { newLeft, reviewsLeft }]]);
}

/** For tests: the queue of some cards, siblings kept apart. */
export function queueOf(
	cards: readonly Card[],
	more: Partial<Gathered> = {},
	allowed = noLimits,
	moment = noon,
): Queue {
	return buildQueue(gathered(cards, more), allowed, moment, { burySiblings: true });
}

/** For tests: the names of the cards in the main part of their queue. */
export function mainOf(
	cards: readonly Card[],
	more: Partial<Gathered> = {},
	allowed = noLimits,
): string[] {
	return queueOf(cards, more, allowed).main.map(({ id }) => id.replace('/answer', ''));
}

/** For tests: new cards `new-0`, `new-1`, … in the order of the deck. */
export function newCards(count: number): Card[] {
	return Array.from({ length: count }, (_, index) =>
		exampleCard(`new-${index}`, { position: index }),
	);
}

/** For tests: cards `review-0`, `review-1`, … due today. */
export function reviews(count: number): Card[] {
	return Array.from({ length: count }, (_, index) => reviewCard(`review-${index}`, 0));
}
