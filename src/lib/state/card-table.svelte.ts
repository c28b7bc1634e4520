import type { Card } from '#lib/domain/cards/card.ts';
import type { Outcome, Rating } from '#lib/domain/log/event.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import type { App } from './app.svelte.ts';
import { CardReader, type ShownCard } from './shown-card.ts';

/** What each grade would do. */
export type Choices = Readonly<Record<Rating, Outcome>>;

/** The card on the table, and what is drawn out of sight so that the next one is there at once. */
export class CardTable {
	readonly reader: CardReader;
	readonly #app: App;
	#shownAt = 0;
	#shown = $state.raw<ShownCard | null>(null);
	#revealed = $state.raw<ShownCard | null>(null);
	#choices = $state.raw<Choices | null>(null);
	#lastChoices = $state.raw<Choices | null>(null);
	#drawn = $state.raw<readonly ShownCard[]>([]);
	/** Those among them that were drawn before their text changed. */
	#outdated: readonly ShownCard[] = [];

	constructor(app: App) {
		this.#app = app;
		this.reader = new CardReader(app.store);
	}

	/** The card on the table; null while there is none. */
	get shown(): ShownCard | null {
		return this.#shown;
	}

	/** When it was laid there, in ms. */
	get shownAt(): number {
		return this.#shownAt;
	}

	/** The card whose answer was shown last: it stays as it is while it goes off the table. */
	get revealed(): ShownCard | null {
		return this.#revealed;
	}

	/** What each button does, once the answer is shown. */
	get choices(): Choices | null {
		return this.#choices;
	}

	/** The same, kept until the next answer is shown: buttons out of sight need not change with the card. */
	get lastChoices(): Choices | null {
		return this.#lastChoices;
	}

	/**
	 * The card on the table, and one out of sight: that just answered, then, once an answer is read, the one that most
	 * likely comes next. Their order stays, so that between an answer and the next card nothing is drawn or moved.
	 */
	get drawn(): readonly ShownCard[] {
		return this.#drawn;
	}

	/** Shows the answer, and what each grade would do. */
	reveal(): void {
		if (!this.#shown) return;
		const { settings, model } = this.#app;
		this.#choices = choices(this.#shown.card, this.#app.now(), settings, model);
		this.#lastChoices = this.#choices;
		this.#revealed = this.#shown;
	}

	/** The card as it was drawn ahead, when it is that one, else anew; null when its note is gone. */
	draw(card: Card): ShownCard | Promise<ShownCard | null> {
		const asText = JSON.stringify(card);
		const drawn = this.#drawn.find(
			(each) => !this.#outdated.includes(each) && JSON.stringify(each.card) === asText,
		);
		return drawn ?? this.reader.show(card);
	}

	/** Lays a card on the table, its answer hidden. */
	lay(shown: ShownCard | null): void {
		this.#choices = null;
		// An answer that was taken back: the same card comes again, as a question.
		if (shown === this.#revealed) this.#revealed = null;
		this.#shownAt = this.#app.clock.now();
		this.#put(shown);
	}

	/** Lays the same card there as it is now; an answer that is shown stays so. */
	replace(shown: ShownCard | null): void {
		this.#put(shown);
		if (this.#choices) this.#revealed = shown;
	}

	/** Goes on showing the answer of a card that was laid on the table anew. */
	keepRevealed(choices: Choices | null): void {
		this.#choices = choices;
		if (choices) this.#revealed = this.#shown;
	}

	/** Draws a card out of sight, next to the one on the table. */
	drawAhead(upcoming: ShownCard): void {
		const shown = this.#shown;
		if (!shown) return;
		this.#drawn = this.#drawn[0] === shown ? [shown, upcoming] : [upcoming, shown];
	}

	/** Notes or decks were edited: nothing that was drawn or read may be laid on the table again. */
	forget(): void {
		this.reader.forget();
		this.#outdated = this.#drawn;
	}

	#put(shown: ShownCard | null): void {
		if (!shown) this.#drawn = [];
		else if (!this.#drawn.includes(shown)) this.#drawn = [shown];
		this.#shown = shown;
	}
}
