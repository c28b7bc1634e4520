import type { Card } from '#lib/domain/cards/card.ts';

/**
 * Where a card waits:
 * - `new` by position;
 * - `learning` by the instant it is due (ms);
 * - `day-learning` and `review` by the first study day it may be shown on;
 * - `brought` by the study day someone made it due at once, whatever its state;
 * - `suspended` nowhere.
 */
export type QueueName = 'new' | 'learning' | 'day-learning' | 'review' | 'brought' | 'suspended';

/** A card and where it waits, so that one index finds what is due. */
export interface CardRow extends Card {
	readonly queue: QueueName;
	readonly rank: number;
}

/**
 * @param broughtForward the card's last counted event made it due at once, by hand
 */
export function cardRow(card: Card, broughtForward: boolean): CardRow {
	return { ...card, ...placeOf(card, broughtForward) };
}

/** The card without the row's own fields. */
export function cardOfRow(row: CardRow): Card {
	const { queue: _queue, rank: _rank, ...card } = row;
	return card;
}

function placeOf(card: Card, broughtForward: boolean): { queue: QueueName; rank: number } {
	if (card.suspended) return { queue: 'suspended', rank: 0 };
	const { due, state } = card;
	if (due === null) return { queue: 'new', rank: card.position };
	if ('at' in due) return { queue: 'learning', rank: due.at };
	const hiddenUntil = card.buriedThrough === null ? due.day : card.buriedThrough + 1;
	const rank = Math.max(due.day, hiddenUntil);
	if (broughtForward || state === 'new') return { queue: 'brought', rank };
	return { queue: state === 'review' ? 'review' : 'day-learning', rank };
}
