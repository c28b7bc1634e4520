import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck } from '#lib/domain/cards/deck.ts';
import { faceOf, type Face } from '#lib/domain/cards/face.ts';
import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { Store } from '#lib/storage/store.ts';

/** A card with all that is shown of it. */
export interface ShownCard {
	readonly card: Card;
	readonly note: Note;
	readonly face: Face;
	readonly deck: Deck | null;
	/** The section of the article it comes from; null for a note added by hand. */
	readonly section: { readonly id: string; readonly title: string } | null;
}

/** Puts cards and their texts together, reading each note and deck once. */
export class CardReader {
	readonly #store: Store;
	readonly #notes = new Map<NoteId, Promise<Note | null>>();
	readonly #decks = new Map<DeckId, Promise<Deck | null>>();

	constructor(store: Store) {
		this.#store = store;
	}

	/** Null when the note is gone. */
	async show(card: Card): Promise<ShownCard | null> {
		const [note, deck] = await Promise.all([this.#note(card.noteId), this.#deck(card.deckId)]);
		if (!note) return null;
		const section = deck?.article?.sections.find(({ id }) => id === note.sectionId) ?? null;
		return { card, note, deck, section, face: faceOf(note, card.id) };
	}

	/** Reads ahead, so that the card after the next answer is at hand. */
	expect(cards: readonly Card[]): void {
		for (const card of cards) void this.#note(card.noteId);
	}

	/** Notes or decks were edited: read them again. */
	forget(): void {
		this.#notes.clear();
		this.#decks.clear();
	}

	#note(id: NoteId): Promise<Note | null> {
		const known = this.#notes.get(id) ?? this.#store.note(id);
		this.#notes.set(id, known);
		return known;
	}

	#deck(id: DeckId): Promise<Deck | null> {
		const known = this.#decks.get(id) ?? this.#store.deck(id);
		this.#decks.set(id, known);
		return known;
	}
}
