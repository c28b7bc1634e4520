import type { Card } from '#lib/domain/cards/card.ts';

/** Whether a card comes back at an instant of the day rather than on a day. */
export function isTimed(card: Card): boolean {
	return card.due !== null && 'at' in card.due;
}

/** The instant a timed card is due, in ms; any other card is due at once. */
export function dueAt({ due }: Card): number {
	return due !== null && 'at' in due ? due.at : 0;
}

/** Soonest first. */
export function learningOrder(cards: readonly Card[]): Card[] {
	return [...cards].sort((a, b) => dueAt(a) - dueAt(b) || (a.id < b.id ? -1 : 1));
}
