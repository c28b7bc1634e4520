import type { Card } from '#lib/domain/cards/card.ts';
import type { NoteId } from '#lib/domain/cards/ids.ts';
import type { Basis } from './queue.ts';

/**
 * Reviews and new cards in one row, new ones spread evenly over the whole day (what is done already
 * counts, so that the rhythm holds through a reload), two cards of one note never in succession while
 * another card can stand between them.
 */
export function* mixed({ reviews, fresh, doneToday, lastNote }: Basis): Generator<Card, void> {
	const reviewLane = new Lane(reviews, doneToday.reviews);
	const freshLane = new Lane(fresh, doneToday.new);
	let last = lastNote;
	for (;;) {
		const [turn, other] =
			freshLane.nextPlace() < reviewLane.nextPlace()
				? [freshLane, reviewLane]
				: [reviewLane, freshLane];
		const card = turn.takeApartFrom(last) ?? other.takeApartFrom(last) ?? turn.take();
		if (card === null) return;
		yield card;
		last = card.noteId;
	}
}

/** Cards waiting in order, and how far through its share of the day the lane is. */
class Lane {
	readonly #waiting: Card[];
	readonly #total: number;

	constructor(cards: readonly Card[], done: number) {
		this.#waiting = [...cards].reverse();
		this.#total = cards.length + done;
	}

	/** Where in the day, from 0 to 1, the lane's next card belongs; beyond it when none is left. */
	nextPlace(): number {
		if (this.#waiting.length === 0) return Infinity;
		return (this.#total - this.#waiting.length + 0.5) / this.#total;
	}

	takeApartFrom(note: NoteId | null): Card | null {
		const index = this.#waiting.findLastIndex((card) => card.noteId !== note);
		return index < 0 ? null : (this.#waiting.splice(index, 1)[0] ?? null);
	}

	take(): Card | null {
		return this.#waiting.pop() ?? null;
	}
}
