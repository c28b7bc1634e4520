import type { Deck } from '#lib/domain/cards/deck.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import { tick, timeLeftMs, timeUsedMs, withoutLimit } from '#lib/domain/recap/countdown.ts';
import * as drills from '#lib/domain/recap/drill.ts';
import { recapPoints, type RecapPoint } from '#lib/domain/recap/recap-points.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import type { App } from './app.svelte.ts';

/** A deck that has something to recap. */
export interface RecapDeck {
	readonly deck: Deck;
	readonly points: readonly RecapPoint[];
}

/** The recap drill: which deck, which way, and how far along. */
export class Recap {
	readonly #app: App;
	#decks = $state.raw<readonly RecapDeck[] | null>(null);
	#chosen = $state<DeckId | null>(null);
	#drill = $state.raw<drills.Drill | null>(null);
	#now = $state(0);
	/** How many marks of the present run were handed over to the log. */
	#kept = $state(0);
	/** Marks on their way to the log, first one first. */
	readonly #unwritten: (() => Promise<void>)[] = [];
	/** Settles when all marks that were handed over are in the log. */
	#writing: Promise<void> = Promise.resolve();

	constructor(app: App, wanted: DeckId | null) {
		this.#app = app;
		this.#chosen = wanted;
	}

	/** Null until they are read. */
	get decks(): readonly RecapDeck[] | null {
		return this.#decks;
	}

	get chosen(): RecapDeck | null {
		return this.#decks?.find(({ deck }) => deck.id === this.#chosen) ?? this.#decks?.[0] ?? null;
	}

	get drill(): drills.Drill | null {
		return this.#drill;
	}

	/** Whether the last mark of this run can still be taken back. */
	get canGoBack(): boolean {
		return (this.#drill?.run.marks.length ?? 0) > this.#kept;
	}

	get timeLeftMs(): number | null {
		return this.#drill && timeLeftMs(this.#drill, this.#now);
	}

	async open(): Promise<void> {
		const { store } = this.#app;
		const decks = await store.decks();
		const all = await Promise.all(
			decks.map(async (deck) => ({ deck, points: recapPoints(await store.notesOf(deck.id)) })),
		);
		this.#decks = all.filter(({ points }) => points.length > 0);
	}

	choose(id: DeckId): void {
		this.#chosen = id;
	}

	start(mode: drills.DrillMode): void {
		const points = this.chosen?.points;
		if (!points) return;
		this.#begin(drills.startDrill(points, mode, this.#app.clock.now()));
		if (!this.#app.settings.recapClock) this.dropLimit();
	}

	reveal(): void {
		this.#change((drill) => drills.reveal(drill, this.#app.clock.now()));
	}

	/** What was marked before goes to the log; so does this mark when it ends the run. */
	mark(key: CardId, knewIt: boolean): void {
		this.#change((drill) => drills.mark(drill, key, knewIt));
		const drill = this.#drill;
		if (drill) void this.#keep(drills.phaseOf(drill) === 'finished' ? 0 : 1);
	}

	/** Takes the last mark of this run back, unless it is in the log: what is there stays. */
	back(): void {
		if (this.canGoBack) this.#change(drills.back);
	}

	/** To be called when the page may go: all that was marked goes to the log. */
	async keep(): Promise<void> {
		await this.#keep();
	}

	async runMissedAgain(): Promise<void> {
		await this.#keep();
		const drill = this.#drill;
		if (drill) this.#begin(drills.runMissedAgain(drill, this.#app.clock.now()));
	}

	dropLimit(): void {
		this.#change(withoutLimit);
	}

	/** To be called as time passes: the countdown moves, and at its end the points are revealed. */
	tick(): void {
		this.#now = this.#app.clock.now();
		this.#change((drill) => tick(drill, this.#now));
	}

	/** Leaves the drill, or the screen: what was marked is kept. */
	async stop(): Promise<void> {
		await this.#keep();
		this.#drill = null;
	}

	#begin(drill: drills.Drill): void {
		this.#kept = 0;
		this.#now = this.#app.clock.now();
		this.#drill = drill;
	}

	#change(step: (drill: drills.Drill) => drills.Drill): void {
		if (this.#drill) this.#drill = step(this.#drill);
	}

	/**
	 * Writes the marks of this run to the log: as practice, or as ratings if the person wants them to count.
	 * Whoever waits for it waits for the marks that were handed over before, too.
	 * @param open how many at the end may still be taken back, and are left out
	 */
	#keep(open = 0): Promise<void> {
		const drill = this.#drill;
		const deckId = this.chosen?.deck.id;
		if (!drill || !deckId) return this.#writing;
		const { run } = drill;
		const until = Math.max(this.#kept, run.marks.length - open);
		const marks = run.marks.slice(this.#kept, until);
		this.#kept = until;
		if (marks.length === 0 && this.#unwritten.length === 0) return this.#writing;
		// One by one, the time until now was spent on the points looked at so far.
		const seen = run.marks.length + (run.revealed ? 1 : 0);
		const timed = drill.mode === 'one-by-one' ? seen : run.points.length;
		const durationMs = Math.round(timeUsedMs(run, this.#app.clock.now()) / Math.max(1, timed));
		// Only the first run shows what was known: the runs after it follow a fresh look.
		const counts = this.#app.settings.countRecap && drill.earlier.length === 0;
		for (const { key, knewIt } of marks) {
			this.#unwritten.push(async () => {
				const rated = counts && (await this.#rate(key, knewIt, durationMs));
				if (!rated) await this.#practise(key, deckId, knewIt, durationMs);
			});
		}
		// A failure is told to whoever handed those marks over; they are tried again with the next ones.
		this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeAll());
		return this.#writing;
	}

	async #writeAll(): Promise<void> {
		for (let write = this.#unwritten[0]; write; write = this.#unwritten[0]) {
			await write();
			this.#unwritten.shift();
		}
	}

	async #practise(cardId: CardId, deckId: DeckId, knewIt: boolean, durationMs: number) {
		await this.#app.store.practice({
			cardId,
			deckId,
			drill: 'recap',
			rating: knewIt ? 3 : 1,
			durationMs,
			confusedWith: null,
			moment: this.#app.now(),
		});
	}

	/** False when the card is suspended or gone: then it is practice all the same. */
	async #rate(id: CardId, knewIt: boolean, durationMs: number): Promise<boolean> {
		const { store, settings, model } = this.#app;
		const rating = knewIt ? 3 : 1;
		let card = await store.card(id);
		while (card && !card.suspended) {
			const moment = this.#app.now();
			const outcome = choices(card, moment, settings, model)[rating];
			const answered = await store.answer({
				card,
				moment,
				rating,
				outcome,
				durationMs,
				via: 'recap',
			});
			if (answered.kind === 'done') return true;
			// Rated in another tab meanwhile: rate the card as it is now.
			card = answered.card;
		}
		return false;
	}
}
