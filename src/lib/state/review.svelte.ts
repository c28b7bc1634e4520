import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import type { Outcome, Rating } from '#lib/domain/log/event.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { Queue } from '#lib/domain/queue/queue.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { afterAnswer, afterUndo, nextCard } from '#lib/domain/session/session.ts';
import type { Store } from '#lib/storage/store.ts';
import type { App } from './app.svelte.ts';
import { dealtWith, summaryOf, type ReviewSummary } from './review-summary.ts';
import { toldOf, toldOfUndo } from './review-words.ts';
import { CardReader, type ShownCard } from './shown-card.ts';

/** Anki's cap: who leaves the phone on the table was not thinking for an hour. */
const LONGEST_ANSWER_MS = 60_000;

export interface Progress {
	readonly done: number;
	/** Answered, and coming back in this session. */
	readonly underWay: number;
	readonly total: number;
}

/** A review session: the card on the table, what its buttons promise, and the way back. */
export class Review {
	readonly #app: App;
	readonly #store: Store;
	readonly #deckIds: readonly DeckId[] | null;
	readonly #reader: CardReader;
	readonly #stopWatching: () => void;
	#sinceSequence = 0;
	#shownAt = 0;
	/** Another tab changed something while this one was busy. */
	#isBehind = false;
	#queue = $state.raw<Queue | null>(null);
	#shown = $state.raw<ShownCard | null>(null);
	#choices = $state.raw<Record<Rating, Outcome> | null>(null);
	#summary = $state.raw<ReviewSummary | null>(null);
	#touched = $state.raw<ReadonlySet<CardId>>(new Set());
	#canUndo = $state(false);
	#busy = $state(true);
	#message = $state('');

	/** @param deckIds null: all decks */
	constructor(app: App, deckIds: readonly DeckId[] | null) {
		this.#app = app;
		this.#store = app.store;
		this.#deckIds = deckIds;
		this.#reader = new CardReader(app.store);
		this.#stopWatching = app.store.changes(({ part }) => void this.#changedElsewhere(part), {
			own: false,
		});
	}

	/** The card on the table; null while loading and at the end. */
	get shown(): ShownCard | null {
		return this.#shown;
	}

	/** What each button does, once the answer is shown. */
	get choices(): Record<Rating, Outcome> | null {
		return this.#choices;
	}

	/** Set when nothing is left to show now. */
	get summary(): ReviewSummary | null {
		return this.#summary;
	}

	get busy(): boolean {
		return this.#busy;
	}

	get canUndo(): boolean {
		return this.#canUndo;
	}

	/** To be announced: what just happened. */
	get message(): string {
		return this.#message;
	}

	/** Cards, not answers: one that comes back is done only when it stays away for today. */
	get progress(): Progress {
		const queue = this.#queue;
		if (!queue) return { done: 0, underWay: 0, total: 0 };
		const left = new Set([...queue.front, ...queue.main, ...queue.learning].map(({ id }) => id));
		const done = [...this.#touched].filter((id) => !left.has(id)).length;
		return { done, underWay: this.#touched.size - done, total: done + left.size };
	}

	/** Begins, or goes on where a reload or a walk elsewhere interrupted. */
	async open(): Promise<void> {
		await this.#exclusively(async () => {
			const now = this.#app.now();
			const current = await this.#store.currentSession();
			const resumes =
				current?.studyDay === now.studyDay &&
				JSON.stringify(current.deckIds) === JSON.stringify(this.#deckIds);
			const session = resumes ? current : await this.#store.startSession(this.#deckIds, now);
			this.#sinceSequence = session.sinceSequence;
			await this.#refresh();
		});
	}

	reveal(): void {
		const card = this.#shown?.card;
		if (!card || this.#choices || this.#busy) return;
		const { settings, model } = this.#app;
		this.#choices = choices(card, this.#app.now(), settings, model);
		this.#message = '';
	}

	async rate(rating: Rating): Promise<void> {
		await this.#exclusively(async () => {
			const [shown, outcome] = [this.#shown, this.#choices?.[rating]];
			if (!shown || !outcome) return;
			const moment = this.#app.now();
			const durationMs = Math.min(Math.max(0, moment.at - this.#shownAt), LONGEST_ANSWER_MS);
			const answered = await this.#store.answer({
				card: shown.card,
				moment,
				rating,
				outcome,
				durationMs,
				via: 'review',
			});
			if (answered.kind === 'stale') {
				await this.#refresh();
				this.#message = 'This card was answered elsewhere. Here is the next one.';
				return;
			}
			this.#message = toldOf(outcome);
			await this.#leave(answered.card);
			// Only now is there something to keep, and browsers judge by use.
			void this.#store.persist();
		});
	}

	async bury(): Promise<void> {
		await this.#setAside((card) => this.#store.bury(card.id, this.#app.now()));
		this.#message = 'Buried until tomorrow.';
	}

	async suspend(): Promise<void> {
		await this.#setAside((card) => this.#store.suspend(card.id, this.#app.now()));
		this.#message = 'Suspended: it will not come back until you unsuspend it.';
	}

	async undo(): Promise<void> {
		await this.#exclusively(async () => {
			const taken = await this.#store.undo(this.#app.now());
			if (!taken) {
				this.#canUndo = false;
				this.#message = 'Nothing to undo.';
				return;
			}
			await this.#refresh(taken.card);
			this.#message = `Undone: ${toldOfUndo(taken.undone)}. The card is back.`;
		});
	}

	/** Keeps an edit of the note on the table; the card's progress stays. */
	async edit(body: NoteBody): Promise<void> {
		const shown = this.#shown;
		if (!shown) return;
		await this.#store.saveNote({ ...shown.note, body });
		this.#reader.forget();
		const card = await this.#store.card(shown.card.id);
		if (card) this.#shown = await this.#reader.show(card);
		else await this.#exclusively(() => this.#refresh());
		this.#message = 'Saved.';
	}

	/** The person is done: the next session starts with a count of its own. */
	async finish(): Promise<void> {
		await this.#store.endSession();
	}

	close(): void {
		this.#stopWatching();
	}

	async #setAside(change: (card: Card) => Promise<Card | null>): Promise<void> {
		await this.#exclusively(async () => {
			const shown = this.#shown;
			if (!shown) return;
			await change(shown.card);
			// Another card may take the place that the day's limit has free again.
			await this.#refresh();
		});
	}

	/** From a card that was dealt with to the next one. */
	async #leave(card: Card): Promise<void> {
		if (!this.#queue) return;
		const now = this.#app.now();
		this.#canUndo = true;
		this.#touched = new Set([...this.#touched, card.id]);
		if (now.studyDay !== this.#queue.basis.moment.studyDay) return this.#refresh();
		this.#queue = afterAnswer(this.#queue, card, now, this.#app.settings);
		await this.#showNext();
	}

	/** Reads the queue anew: at the start, after an undo, a new study day, or a change made elsewhere. */
	async #refresh(first?: Card): Promise<void> {
		const now = this.#app.now();
		const [gathered, events, totals, undoable] = await Promise.all([
			this.#store.gather(this.#deckIds, now),
			this.#store.sessionEvents(this.#sinceSequence),
			this.#store.totals(now.studyDay, now.studyDay),
			this.#store.peekUndo(),
		]);
		const doneToday = {
			new: totals.reduce((sum, day) => sum + day.introduced, 0),
			reviews: totals.reduce((sum, day) => sum + day.reviews, 0),
		};
		const queue = buildQueue({ ...gathered, doneToday }, gathered.limits, now, this.#app.settings);
		this.#queue = first ? afterUndo(queue, first) : queue;
		this.#touched = dealtWith(events);
		this.#canUndo = undoable !== null;
		await this.#showNext();
	}

	async #showNext(): Promise<void> {
		const queue = this.#queue;
		if (!queue) return;
		const next = nextCard(queue, this.#app.clock.now());
		const shown = next && 'id' in next ? await this.#reader.show(next) : null;
		this.#summary = shown
			? null
			: await summaryOf(this.#store, this.#reader, this.#app.now(), {
					sinceSequence: this.#sinceSequence,
					waitUntil: next && 'waitUntil' in next ? next.waitUntil : null,
				});
		this.#choices = null;
		this.#shown = shown;
		this.#shownAt = this.#app.clock.now();
		this.#reader.expect([...queue.main.slice(0, 2), ...queue.learning.slice(0, 1)]);
	}

	async #changedElsewhere(part: string): Promise<void> {
		if (part === 'session') return;
		if (part !== 'log') this.#reader.forget();
		if (this.#busy) {
			this.#isBehind = true;
			return;
		}
		await this.#exclusively(() => this.#catchUp());
	}

	/** Reads the queue anew and leaves the card on the table, unless it was answered elsewhere. */
	async #catchUp(): Promise<void> {
		this.#isBehind = false;
		const shown = this.#shown;
		if (!shown) return this.#refresh();
		const stored = await this.#store.card(shown.card.id);
		const answer = this.#choices;
		if (stored?.head !== shown.card.head) return this.#refresh();
		await this.#refresh(stored);
		this.#choices = answer;
	}

	/** One act at a time: what comes while one is under way (a double tap) is dropped. */
	async #exclusively(act: () => Promise<void>): Promise<void> {
		if (this.#busy && this.#queue) return;
		this.#busy = true;
		try {
			await act();
			if (this.#isBehind) await this.#catchUp();
		} finally {
			this.#busy = false;
		}
	}
}
