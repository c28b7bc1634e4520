import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import type { Outcome, Rating } from '#lib/domain/log/event.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import type { Change } from '#lib/storage/context/change.ts';
import type { Store } from '#lib/storage/store.ts';
import type { App } from './app.svelte.ts';
import { summaryOf, type ReviewSummary } from './review-summary.ts';
import { toldOf, toldOfUndo } from './review-words.ts';
import { SessionQueue, type Progress } from './session-queue.svelte.ts';
import { CardReader, type ShownCard } from './shown-card.ts';

/** Anki's cap: who leaves the phone on the table was not thinking for an hour. */
const LONGEST_ANSWER_MS = 60_000;

/** An act that takes longer than this (ms) shows. */
const SLOW_MS = 200;

/** A review session: the card on the table, what its buttons promise, and the way back. */
export class Review {
	readonly #app: App;
	readonly #store: Store;
	readonly #queue: SessionQueue;
	readonly #reader: CardReader;
	readonly #stopWatching: () => void;
	#shownAt = 0;
	/** Another tab changed something while this one was busy. */
	#isBehind = false;
	#shown = $state.raw<ShownCard | null>(null);
	#revealed = $state.raw<ShownCard | null>(null);
	#choices = $state.raw<Record<Rating, Outcome> | null>(null);
	#summary = $state.raw<ReviewSummary | null>(null);
	#canUndo = $state(false);
	/** One act at a time. */
	#isActing = false;
	#busy = $state(false);
	#drawn = $state.raw<readonly ShownCard[]>([]);
	#message = $state('');

	/** @param deckIds null: all decks */
	constructor(app: App, deckIds: readonly DeckId[] | null) {
		this.#app = app;
		this.#store = app.store;
		this.#queue = new SessionQueue(app, deckIds);
		this.#reader = new CardReader(app.store);
		// What this tab writes it knows already, but for the day's plan, which comes when it is made.
		const heard = ({ part, own }: Change) => {
			if (!own || part === 'plan') void this.#changedElsewhere(part);
		};
		this.#stopWatching = app.store.changes(heard, { own: true });
	}

	/** The card on the table; null while loading and at the end. */
	get shown(): ShownCard | null {
		return this.#shown;
	}

	/** The card whose answer was shown last: it stays as it is while it goes off the table. */
	get revealed(): ShownCard | null {
		return this.#revealed;
	}

	/** What each button does, once the answer is shown. */
	get choices(): Record<Rating, Outcome> | null {
		return this.#choices;
	}

	/** Set when nothing is left to show now. */
	get summary(): ReviewSummary | null {
		return this.#summary;
	}

	/**
	 * The card on the table, and one out of sight: that just answered, then, once an answer is read, the one that most
	 * likely comes next. Their order stays, so that between an answer and the next card nothing is drawn or moved.
	 */
	get drawn(): readonly ShownCard[] {
		return this.#drawn;
	}

	/** How the plan of an audition came to bring a card; null when it is due by itself. */
	plannedAs(card: Card): PlannedCard | null {
		return this.#queue.plannedAs(card);
	}

	/** An act is taking its time. */
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

	get progress(): Progress {
		return this.#queue.progress;
	}

	/** Begins, or goes on where a reload or a walk elsewhere interrupted. */
	async open(): Promise<void> {
		await this.#exclusively(async () => {
			await this.#queue.begin();
			await this.#lookForUndo();
			await this.#showNext();
		});
	}

	reveal(): void {
		const card = this.#shown?.card;
		if (!card || this.#choices || this.#isActing) return;
		const { settings, model } = this.#app;
		this.#choices = choices(card, this.#app.now(), settings, model);
		this.#revealed = this.#shown;
		this.#message = '';
		setTimeout(() => void this.#prepare(card));
	}

	async rate(rating: Rating): Promise<void> {
		await this.#exclusively(async () => {
			const [shown, outcome] = [this.#shown, this.#choices?.[rating]];
			if (!shown || !outcome) return;
			const { card } = shown;
			const moment = this.#app.now();
			const durationMs = Math.min(Math.max(0, moment.at - this.#shownAt), LONGEST_ANSWER_MS);
			const meanwhile = (after: Card) => this.#queue.foresee(after);
			const answer = {
				card,
				moment,
				rating,
				outcome,
				durationMs,
				via: 'review',
				meanwhile,
			} as const;
			const answered = await this.#store.answer(answer);
			if (answered.kind === 'stale') {
				await this.#refresh();
				this.#message = 'This card was answered elsewhere. Here is the next one.';
				return;
			}
			this.#message = toldOf(outcome);
			this.#canUndo = true;
			await this.#queue.answered(answered.card);
			await this.#showNext();
			// Only now is there something to keep, and browsers judge by use.
			void this.#store.persist();
		});
	}

	async bury(): Promise<void> {
		await this.#setAside(
			(card) => this.#store.bury(card.id, this.#app.now()),
			'Buried until tomorrow.',
		);
	}

	async suspend(): Promise<void> {
		await this.#setAside(
			(card) => this.#store.suspend(card.id, this.#app.now()),
			'Suspended. You can bring it back on its deck’s page.',
		);
	}

	async undo(): Promise<void> {
		await this.#exclusively(async () => {
			const taken = await this.#store.undo(this.#app.now());
			const isBack = taken !== null && this.#queue.putBack(taken.card);
			if (isBack) await this.#showNext();
			else await this.#refresh(taken?.card);
			if (isBack) await this.#lookForUndo();
			this.#message = taken
				? `Undone: ${toldOfUndo(taken.undone)}. The card is back.`
				: 'Nothing to undo.';
			// The card is on the table: the rest of the day is counted behind it.
			if (isBack) this.#queue.read(taken.card).catch(reportError);
		});
	}

	/** Keeps an edit of the note on the table; the card's progress stays. */
	async edit(body: NoteBody, tags?: readonly string[]): Promise<void> {
		const shown = this.#shown;
		if (!shown) return;
		await this.#store.saveNote({ ...shown.note, body, tags: tags ?? shown.note.tags });
		this.#reader.forget();
		this.#drawn = [];
		const card = await this.#store.card(shown.card.id);
		if (card) {
			this.#lay(await this.#reader.show(card));
			if (this.#choices) this.#revealed = this.#shown;
		} else await this.#exclusively(() => this.#refresh());
		this.#message = 'Saved.';
	}

	/** The person is done: the next session starts with a count of its own. */
	async finish(): Promise<void> {
		await this.#store.endSession();
	}

	close(): void {
		this.#stopWatching();
	}

	async #setAside(change: (card: Card) => Promise<Card | null>, told: string): Promise<void> {
		await this.#exclusively(async () => {
			if (!this.#shown) return;
			await change(this.#shown.card);
			// Another card may take the place that the day's limit has free again.
			await this.#refresh();
			this.#message = told;
		});
	}

	async #refresh(first?: Card): Promise<void> {
		await this.#queue.read(first);
		await this.#lookForUndo();
		await this.#showNext();
	}

	async #lookForUndo(): Promise<void> {
		this.#canUndo = (await this.#store.peekUndo()) !== null;
	}

	async #showNext(): Promise<void> {
		const next = this.#queue.next();
		const shown = next && 'id' in next ? await this.#draw(next) : null;
		this.#summary = shown
			? null
			: await summaryOf(this.#store, this.#reader, this.#app.now(), {
					sinceSequence: this.#queue.sinceSequence,
					deckIds: this.#queue.deckIds,
					waitUntil: next && 'waitUntil' in next ? next.waitUntil : null,
				});
		this.#choices = null;
		this.#lay(shown);
		this.#shownAt = this.#app.clock.now();
	}

	/** Lays a card on the table. */
	#lay(shown: ShownCard | null): void {
		if (!shown) this.#drawn = [];
		else if (!this.#drawn.includes(shown)) this.#drawn = [shown];
		this.#shown = shown;
	}

	/** Draws the likely next card ahead; an answer that came faster than this finds it later. */
	async #prepare(card: Card): Promise<void> {
		this.#reader.expect(this.#queue.ahead);
		const next = this.#queue.likelyAfter(card);
		const upcoming = next && (await this.#reader.show(next));
		const shown = this.#shown;
		if (!upcoming || shown?.card !== card || this.#isActing) return;
		this.#drawn = this.#drawn[0] === shown ? [shown, upcoming] : [upcoming, shown];
	}

	/** The card as it was drawn ahead, when it is that one, else anew. */
	#draw(card: Card): ShownCard | Promise<ShownCard | null> {
		return this.#drawn.find((drawn) => drawn.card === card) ?? this.#reader.show(card);
	}

	async #changedElsewhere(part: string): Promise<void> {
		if (part === 'session') return;
		if (part !== 'log') this.#reader.forget();
		if (this.#isActing) this.#isBehind = true;
		else await this.#exclusively(() => this.#catchUp());
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
		if (answer) this.#revealed = this.#shown;
	}

	/** One act at a time: what comes while one is under way (a double tap) is dropped. */
	async #exclusively(act: () => Promise<void>): Promise<void> {
		if (this.#isActing) return;
		this.#isActing = true;
		const slow = setTimeout(() => (this.#busy = true), SLOW_MS);
		try {
			await act();
			if (this.#isBehind) await this.#catchUp();
		} finally {
			clearTimeout(slow);
			this.#isActing = false;
			this.#busy = false;
		}
	}
}
