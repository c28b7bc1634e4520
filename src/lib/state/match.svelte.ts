import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import { confusions, type Confusion } from '#lib/domain/matching/confusion.ts';
import { quotesOf, type Quote } from '#lib/domain/matching/quote.ts';
import { attempt, dealRound, isOver, type Round } from '#lib/domain/matching/round.ts';
import { isHidden } from '#lib/domain/queue/is-hidden.ts';
import type { App } from './app.svelte.ts';

/** The matching game: one round after another, each attempt kept in the log. */
export class Match {
	readonly #app: App;
	readonly #random: () => number;
	readonly #deckId: DeckId | null;
	readonly #decks = new Map<CardId, DeckId>();
	readonly #seen = new Set<CardId>();
	#quotes: readonly Quote[] = [];
	#history: readonly Confusion[] = [];
	#ready = $state(false);
	#round = $state.raw<Round | null>(null);
	#quote = $state<CardId | null>(null);
	#speaker = $state<string | null>(null);
	/** For each quote that was mixed up in this round: whether its card comes in today's review. */
	#comesBack = $state.raw<ReadonlyMap<CardId, boolean>>(new Map());
	#attemptAt = 0;
	#dealtAt = $state(0);

	/** @param deckId null: the quotes of all decks */
	constructor(app: App, deckId: DeckId | null, random: () => number) {
		this.#app = app;
		this.#deckId = deckId;
		this.#random = random;
	}

	get ready(): boolean {
		return this.#ready;
	}

	/** Null when there is no quote to match. */
	get round(): Round | null {
		return this.#round;
	}

	/** The quote that was tapped and waits for its speaker. */
	get quote(): CardId | null {
		return this.#quote;
	}

	/** The speaker that was tapped first and waits for a quote. */
	get speaker(): string | null {
		return this.#speaker;
	}

	/**
	 * Whether a quote that was mixed up in this round comes back in today's review: a card that is suspended or buried
	 * doesn't. Undefined until that is known.
	 */
	comesBack(key: CardId): boolean | undefined {
		return this.#comesBack.get(key);
	}

	/** When the round was dealt, in ms. */
	get dealtAt(): number {
		return this.#dealtAt;
	}

	async open(): Promise<void> {
		const { store } = this.#app;
		const decks = await store.decks();
		const wanted = decks.filter(({ id }) => this.#deckId === null || id === this.#deckId);
		const quotes: Quote[] = [];
		for (const { id } of wanted) {
			for (const quote of quotesOf(await store.notesOf(id))) {
				this.#decks.set(quote.key, id);
				quotes.push(quote);
			}
		}
		this.#quotes = quotes;
		this.#history = confusions(await store.confusions());
		this.deal();
		this.#ready = true;
	}

	deal(): void {
		this.#round = dealRound(this.#quotes, this.#history, this.#random, this.#seen);
		this.#quote = this.#speaker = null;
		this.#comesBack = new Map();
		this.#attemptAt = this.#dealtAt = this.#app.clock.now();
	}

	/** Taps a quote: again to let go of it. */
	async takeQuote(key: CardId): Promise<void> {
		this.#quote = this.#quote === key ? null : key;
		await this.#pair();
	}

	async takeSpeaker(name: string): Promise<void> {
		this.#speaker = this.#speaker === name ? null : name;
		await this.#pair();
	}

	async #pair(): Promise<void> {
		const [round, key, said] = [this.#round, this.#quote, this.#speaker];
		if (!round || key === null || said === null) return;
		const next = attempt(round, key, said);
		this.#speaker = null;
		if (next === round) return;
		this.#round = next;
		const isRight = next.latest?.isRight ?? false;
		if (isRight) this.#quote = null;
		if (isOver(next)) for (const quote of next.quotes) this.#seen.add(quote.key);
		await this.#keep(key, isRight ? null : said, round);
	}

	/** Recognition among options proves little: a right pair is practice, a wrong one brings its card forward. */
	async #keep(key: CardId, confusedWith: string | null, before: Round): Promise<void> {
		const { store } = this.#app;
		const deckId = this.#decks.get(key);
		if (!deckId) return;
		const moment = this.#app.now();
		const durationMs = Math.max(0, moment.at - this.#attemptAt);
		this.#attemptAt = moment.at;
		const firstTry = !before.wrong.some((pair) => pair.key === key);
		if (confusedWith === null && !firstTry) return;
		await store.practice({
			cardId: key,
			deckId,
			drill: 'match',
			rating: confusedWith === null ? 3 : 1,
			durationMs,
			confusedWith,
			moment,
		});
		if (confusedWith !== null) {
			await store.bringForward(key, moment);
			const card = await store.card(key);
			const comes = card !== null && !isHidden(card, moment.studyDay);
			this.#comesBack = new Map([...this.#comesBack, [key, comes]]);
			this.#history = confusions(await store.confusions());
		}
	}
}
