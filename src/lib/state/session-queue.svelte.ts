import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import { cardsOf, type Queue } from '#lib/domain/queue/queue.ts';
import {
	afterAnswer,
	afterRemoval,
	afterUndo,
	nextCard,
	type Wait,
} from '#lib/domain/session/session.ts';
import type { App } from './app.svelte.ts';
import { timesDealtWith } from './review-summary.ts';

export interface Progress {
	readonly done: number;
	/** Answered, and coming back in this session. */
	readonly underWay: number;
	readonly total: number;
}

/** The day's queue, and how far a review session has come in it. */
export class SessionQueue {
	readonly #app: App;
	/** Null: all decks. */
	readonly deckIds: readonly DeckId[] | null;
	#sinceSequence = 0;
	/** Raised by all that moves the queue: a reading that began before is out of date. */
	#round = 0;
	#foreseen: { readonly card: Card; readonly queue: Queue } | null = null;
	#queue: Queue | null = null;
	#planned: ReadonlyMap<CardId, PlannedCard> = new Map();
	#touched: ReadonlyMap<CardId, number> = new Map();
	#progress = $state.raw<Progress>({ done: 0, underWay: 0, total: 0 });

	/** @param deckIds null: all decks */
	constructor(app: App, deckIds: readonly DeckId[] | null) {
		this.#app = app;
		this.deckIds = deckIds;
	}

	/** The session's events are those of this device after it. */
	get sinceSequence(): number {
		return this.#sinceSequence;
	}

	/** As it was counted last. */
	get progress(): Progress {
		return this.#progress;
	}

	/**
	 * Counts how far the session has come. Cards, not answers: one that comes back is done only when it stays away
	 * for today.
	 */
	count(): void {
		const queue = this.#queue;
		if (!queue) return;
		const left = cardsOf(queue);
		const underWay = left.filter(({ id }) => this.#touched.has(id)).length;
		const done = this.#touched.size - underWay;
		this.#progress = { done, underWay, total: done + left.length };
	}

	/** Begins a session, or goes on with the one that a reload or a walk elsewhere interrupted. */
	async begin(): Promise<void> {
		const { store } = this.#app;
		const now = this.#app.now();
		const current = await store.currentSession();
		const resumes =
			current?.studyDay === now.studyDay &&
			JSON.stringify(current.deckIds) === JSON.stringify(this.deckIds);
		const session = resumes ? current : await store.startSession(this.deckIds, now);
		this.#sinceSequence = session.sinceSequence;
		await this.read();
	}

	/** Works out what the queue becomes when a card comes back whose answer is just being taken back. */
	foreseeUndo(card: Card): void {
		if (this.#app.now().studyDay !== this.#queue?.basis.moment.studyDay) return;
		this.#foreseen = { card, queue: afterUndo(this.#queue, card) };
	}

	/**
	 * Puts a card whose answer was taken back before all others, at once: `count`, and what else that changes, is for
	 * when it is there. False when the queue is of another study day.
	 */
	putBack(card: Card): boolean {
		if (this.#foreseen?.card !== card) this.foreseeUndo(card);
		return this.#goOn(card, -1);
	}

	/** Reads the queue anew, unless it moves on meanwhile. @param first a card whose answer was taken back: it comes next */
	async read(first?: Card): Promise<void> {
		const { store, settings } = this.#app;
		const now = this.#app.now();
		const round = ++this.#round;
		const [gathered, events] = await Promise.all([
			store.gather(this.deckIds, now),
			store.sessionEvents(this.#sinceSequence),
		]);
		if (round !== this.#round) return;
		const queue = buildQueue(gathered, gathered.limits, now, settings);
		this.#queue = first ? afterUndo(queue, first) : queue;
		// It was foreseen from what stood before.
		this.#foreseen = null;
		this.#touched = timesDealtWith(events);
		this.#planned = gathered.planned;
		this.count();
	}

	/** Works out what the queue becomes with an answer that is still being written. */
	foresee(card: Card): void {
		const now = this.#app.now();
		if (now.studyDay !== this.#queue?.basis.moment.studyDay) return;
		this.#foreseen = { card, queue: afterAnswer(this.#queue, card, now, this.#app.settings) };
	}

	/** Goes on after an answer; `count` is left for when the next card is there. A new study day has a queue of its own. */
	async answered(card: Card): Promise<void> {
		if (this.#foreseen?.card !== card) this.foresee(card);
		if (!this.#goOn(card, 1)) await this.read();
	}

	/** How the plan of an audition came to bring a card; null when it is due by itself. */
	plannedAs({ id }: Card): PlannedCard | null {
		return this.#planned.get(id) ?? null;
	}

	next(): Card | Wait | null {
		return this.#queue && nextCard(this.#queue, this.#app.clock.now());
	}

	/** The card that comes after this one, unless its answer changes that. */
	likelyAfter(card: Card): Card | null {
		if (!this.#queue) return null;
		const next = nextCard(afterRemoval(this.#queue, card), this.#app.clock.now());
		return next && 'id' in next ? next : null;
	}

	/** Cards that may come soon beside it. */
	get ahead(): readonly Card[] {
		return this.#queue?.learning.slice(0, 1) ?? [];
	}

	/** Takes the queue that was foreseen with a card; false when none was. */
	#goOn(card: Card, times: 1 | -1): boolean {
		if (this.#foreseen?.card !== card) return false;
		this.#round++;
		this.#touch(card.id, times);
		this.#queue = this.#foreseen.queue;
		this.#foreseen = null;
		return true;
	}

	#touch(id: CardId, times: 1 | -1): void {
		const touched = new Map(this.#touched);
		const sum = (touched.get(id) ?? 0) + times;
		if (sum > 0) touched.set(id, sum);
		else touched.delete(id);
		this.#touched = touched;
	}
}
