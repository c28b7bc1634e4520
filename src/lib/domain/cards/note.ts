import type { DeckId, NoteId, SectionId } from './ids.ts';

/** One item of a list or one point of a recap. `key` is its permanent name inside the note. */
export interface Item {
	readonly key: string;
	readonly text: string;
}

/** What a note says, by kind. Texts are plain; `==marks==` stand only in cloze and quote texts. */
export type NoteBody =
	| { readonly kind: 'question'; readonly question: string; readonly answer: string }
	| { readonly kind: 'cloze'; readonly text: string }
	| { readonly kind: 'list'; readonly lead: string; readonly items: readonly Item[] }
	| { readonly kind: 'recap'; readonly items: readonly Item[] }
	| {
			readonly kind: 'quote';
			readonly text: string;
			readonly speaker: string;
			/** What the speaker is, such as "actor"; empty when unknown. */
			readonly role: string;
			/** What the speaker is known for, such as "Stranger Things"; empty when unknown. */
			readonly credit: string;
	  };

export type NoteKind = NoteBody['kind'];

/** One fact to keep, from which one or more cards are made. */
export interface Note {
	readonly id: NoteId;
	readonly deckId: DeckId;
	/** The section of the deck's article it stands in; null for a note added by hand. */
	readonly sectionId: SectionId | null;
	readonly body: NoteBody;
	readonly tags: readonly string[];
	/** Its place in the deck: new cards are introduced in this order. */
	readonly position: number;
}
