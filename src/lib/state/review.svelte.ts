import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import type { Change } from '#lib/storage/context/change.ts';
import type { Store } from '#lib/storage/store.ts';
import type { App } from './app.svelte.ts';
import { CardTable, type Choices } from './card-table.svelte.ts';
import { summaryOf, type ReviewSummary } from './review-summary.ts';
import { toldOf, toldOfUndo } from './review-words.ts';
import { SessionQueue, type Progress } from './session-queue.svelte.ts';
import type { ShownCard } from './shown-card.ts';
import { Turns } from './turns.svelte.ts';

/** Anki's cap: who leaves the phone on the table was not thinking for an hour. */
const LONGEST_ANSWER_MS = 60_000;

/** A review session: the card on the table, what its buttons promise, and the way back. */
export class Review {
	readonly #app: App;
	readonly #store: Store;
	readonly #queue: SessionQueue;
	/** Where the card lies. */
	readonly table: CardTable;
	readonly #stopWatching: () => void;
	readonly #turns = new Turns(() => this.#readAnew());
	#summary = $state.raw<ReviewSummary | null>(null);
	#canUndo = $state(false);
	#message = $state('');

	/** @param deckIds null: all decks */
	constructor(app: App, deckIds: readonly DeckId[] | null) {
		this.#app = app;
		this.#store = app.store;
		this.#queue = new SessionQueue(app, deckIds);
		this.table = new CardTable(app);
		// What this tab writes it knows already, but for the day's plan, which comes when it is made.
		const heard = ({ part, own }: Change) => {
			if (!own || part === 'plan') this.#changedElsewhere(part);
		};
		this.#stopWatching = app.store.changes(heard, { own: true });
	}

	/** The card on the table; null while loading and at the end. */
	get shown(): ShownCard | null {
		return this.table.shown;
	}

	/** What each button does, once the answer is shown. */
	get choices(): Choices | null {
		return this.table.choices;
	}

	/** Set when nothing is left to show now. */
	get summary(): ReviewSummary | null {
		return this.#summary;
	}

	/** How the plan of an audition came to bring a card; null when it is due by itself. */
	plannedAs(card: Card): PlannedCard | null {
		return this.#queue.plannedAs(card);
	}

	/** An act is taking its time. */
	get busy(): boolean {
		return this.#turns.busy;
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

	/** Begins, or goes on where a reload, a walk elsewhere or the end of what was due interrupted. */
	async open(): Promise<void> {
		await this.#turns.take(async () => {
			await this.#queue.begin();
			await this.#layOut();
		});
	}

	reveal(): void {
		const card = this.shown?.card;
		if (!card || this.choices || this.#turns.isActing) return;
		const { reading } = this.#turns;
		if (reading) {
			void reading.then(() => this.shown?.card.id === card.id && this.reveal());
			return;
		}
		this.table.reveal();
		this.#message = '';
		setTimeout(() => void this.#prepare(card));
	}

	async rate(rating: Rating): Promise<void> {
		const told = await this.#turns.take(() => this.#answer(rating));
		if (told === null) return;
		// The next card comes first; what is told of the last one, right after it.
		await nextTask();
		this.#queue.count();
		this.#canUndo = true;
		if (!this.#turns.isActing && !this.choices) this.#message = told;
		// Only now is there something to keep, and browsers judge by use.
		void this.#store.persist();
	}

	/** What is to be told of the answer; null when none was taken. */
	async #answer(rating: Rating): Promise<string | null> {
		const { shown, choices } = this;
		const outcome = choices?.[rating];
		if (!shown || !outcome) return null;
		const { card } = shown;
		const moment = this.#app.now();
		const durationMs = Math.min(Math.max(0, moment.at - this.table.shownAt), LONGEST_ANSWER_MS);
		const meanwhile = (after: Card) => this.#queue.foresee(after);
		const answer = { card, moment, rating, outcome, durationMs, via: 'review', meanwhile } as const;
		const answered = await this.#store.answer(answer);
		if (answered.kind === 'stale') {
			await this.#refresh();
			this.#message = 'This card was answered elsewhere. Here is the next one.';
			return null;
		}
		await this.#queue.answered(answered.card);
		await this.#showNext();
		return toldOf(outcome);
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
		const back = await this.#turns.take(async () => {
			const meanwhile = (card: Card) => this.#queue.foreseeUndo(card);
			const taken = await this.#store.undo(this.#app.now(), meanwhile);
			const isBack = taken !== null && this.#queue.putBack(taken.card);
			if (isBack) await this.#showNext();
			else await this.#refresh(taken?.card);
			this.#message = taken
				? `Undone: ${toldOfUndo(taken.undone)}. The card is back.`
				: 'Nothing to undo.';
			return isBack ? taken.card : null;
		});
		if (back === null) return;
		// The card comes first; the rest of the day is counted behind it.
		await nextTask();
		if (!this.#turns.isActing && this.shown?.card.id === back.id) await this.#queue.read(back);
		else this.#turns.fallBehind();
		await this.#lookForUndo();
	}

	/**
	 * Keeps an edit of a card's note; the card's progress stays.
	 * @param edited as it lay on the table when the edit began: another tab may have taken it off since
	 */
	async edit(edited: ShownCard, body: NoteBody, tags = edited.note.tags): Promise<void> {
		await this.#store.saveNote({ ...edited.note, body, tags });
		this.table.forget();
		await this.#drawEdited(edited.note);
		this.#message = 'Saved.';
	}

	/** The person is done: the next session starts with a count of its own. */
	async finish(): Promise<void> {
		await this.#store.endSession();
	}

	close(): void {
		this.#stopWatching();
	}

	/** Lays the card on the table there as it is now, if it is one of the note's. */
	async #drawEdited({ id }: Note): Promise<void> {
		const { shown } = this;
		if (shown?.note.id !== id) return;
		const card = await this.#store.card(shown.card.id);
		const drawn = card && (await this.table.draw(card));
		if (this.shown !== shown) return;
		if (drawn) this.table.replace(drawn);
		else await this.#turns.take(() => this.#refresh());
	}

	async #setAside(change: (card: Card) => Promise<Card | null>, told: string): Promise<void> {
		const meant = this.shown?.card;
		await this.#turns.take(async () => {
			const card = this.shown?.card;
			if (!card || card.id !== meant?.id) return;
			await change(card);
			// Another card may take the place that the day's limit has free again.
			await this.#refresh();
			this.#message = told;
		});
	}

	async #refresh(first?: Card): Promise<void> {
		await this.#queue.read(first);
		await this.#layOut();
	}

	/** The next card and the way back appear together: a tap on Undo before the act is over would be dropped. */
	async #layOut(): Promise<void> {
		const undoable = await this.#store.peekUndo();
		await this.#showNext();
		this.#canUndo = undoable !== null;
	}

	async #lookForUndo(): Promise<void> {
		this.#canUndo = (await this.#store.peekUndo()) !== null;
	}

	async #showNext(): Promise<void> {
		const next = this.#queue.next();
		const shown = next && 'id' in next ? await this.table.draw(next) : null;
		this.#summary = shown
			? null
			: await summaryOf(this.#store, this.table.reader, this.#app.now(), {
					sinceSequence: this.#queue.sinceSequence,
					deckIds: this.#queue.deckIds,
					waitUntil: next && 'waitUntil' in next ? next.waitUntil : null,
				});
		this.table.lay(shown);
	}

	/** Reads and draws ahead what an answer will need; one that came faster than this finds it later. */
	async #prepare(card: Card): Promise<void> {
		// What fails here fails again, and is told, when the answer is given.
		this.#store.expectAnswer(card, this.#app.now().studyDay).catch(() => undefined);
		this.table.reader.expect(this.#queue.ahead);
		const next = this.#queue.likelyAfter(card);
		const upcoming = next && (await this.table.reader.show(next));
		if (upcoming && this.shown?.card === card && !this.#turns.isActing)
			this.table.drawAhead(upcoming);
	}

	#changedElsewhere(part: string): void {
		if (part === 'session') return;
		if (part === 'content' || part === 'everything') this.table.forget();
		this.#turns.fallBehind();
	}

	/** Reads the queue anew and leaves the card on the table, unless it was answered elsewhere. */
	async #readAnew(): Promise<void> {
		const { shown, choices } = this;
		if (!shown) return this.#refresh();
		const stored = await this.#store.card(shown.card.id);
		if (stored?.head !== shown.card.head) return this.#refresh();
		await this.#refresh(stored);
		this.table.keepRevealed(choices);
	}
}

/** The page has drawn by then what it was told before. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
