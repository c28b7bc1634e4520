import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Limits } from './queue.ts';
import type { SortedOut } from './sort-out.ts';

/**
 * The reviews and new cards that may come today, each list being taken in its order.
 *
 * @param seenNotes notes of which no other card may come; null lets siblings come on one day
 */
export function admit(
	{ forward, due, fresh }: Pick<SortedOut, 'forward' | 'due' | 'fresh'>,
	limits: Limits,
	seenNotes: ReadonlySet<NoteId> | null,
): Card[] {
	const notes = new Set(seenNotes);
	const places = new Places(limits);
	const admitted: Card[] = [];
	for (const card of forward) take(card);
	for (const card of [...due, ...fresh]) {
		if (seenNotes !== null && notes.has(card.noteId)) continue;
		if (places.left(card) > 0) take(card);
	}
	return admitted;

	function take(card: Card): void {
		admitted.push(card);
		notes.add(card.noteId);
		places.use(card);
	}
}

/** What is left of the limits, by deck and sort of card. */
class Places {
	readonly #new = new Map<DeckId, number>();
	readonly #reviews = new Map<DeckId, number>();

	constructor(limits: Limits) {
		for (const [deck, { newLeft, reviewsLeft }] of limits) {
			this.#new.set(deck, newLeft);
			this.#reviews.set(deck, reviewsLeft);
		}
	}

	left(card: Card): number {
		return this.#of(card).get(card.deckId) ?? Infinity;
	}

	use(card: Card): void {
		this.#of(card).set(card.deckId, this.left(card) - 1);
	}

	#of(card: Card): Map<DeckId, number> {
		return card.state === 'new' ? this.#new : this.#reviews;
	}
}
