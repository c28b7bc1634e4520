import type { Progress } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { LastingEvent } from '#lib/domain/log/event.ts';
import { addToTotals, emptyTotals, type DailyTotals } from './daily-totals.ts';
import { newStanding, standingAfter, standingOf, type Standing } from './standing.ts';

/** A card that was brought in without its history, and the progress it came with. */
export interface BaseOfCard {
	readonly cardId: CardId;
	readonly progress: Progress;
}

/** Totals of a log that is read bit by bit: the events that count, each once, in causal order. */
export class TotalsFold {
	readonly #totals = new Map<string, DailyTotals>();
	readonly #standings: Map<CardId, Standing>;

	constructor(bases: readonly BaseOfCard[] = []) {
		this.#standings = new Map(bases.map(({ cardId, progress }) => [cardId, standingOf(progress)]));
	}

	add(event: LastingEvent): void {
		const { cardId, studyDay, deckId } = event;
		const before = this.#standings.get(cardId) ?? newStanding;
		const after = standingAfter(before, event);
		if (after !== before) this.#standings.set(cardId, after);
		if (event.kind !== 'review' && event.kind !== 'practice') return;
		const key = `${studyDay} ${deckId}`;
		const totals = this.#totals.get(key) ?? emptyTotals(studyDay, deckId);
		this.#totals.set(key, addToTotals(totals, event, before, 1));
	}

	/** By day and deck. */
	get totals(): DailyTotals[] {
		return [...this.#totals.values()].sort(
			(a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1),
		);
	}
}
