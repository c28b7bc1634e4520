import type { DeckId, NoteId, SectionId } from './ids.ts';

/** A stretch of the article: text to read, or a note that stands in that place. */
export type ArticleBlock =
	| { readonly type: 'prose'; readonly text: string }
	| { readonly type: 'note'; readonly noteId: NoteId };

export interface ArticleSection {
	readonly id: SectionId;
	readonly title: string;
	readonly blocks: readonly ArticleBlock[];
}

/** What a deck is read as: the order and headings of an article, its notes standing in their places. */
export interface Article {
	readonly title: string;
	/** Who wrote it. */
	readonly credit: string;
	/** Where it was published: a title or an address. */
	readonly source: string;
	readonly sections: readonly ArticleSection[];
}

/** Limits of one deck; null means the limit in Settings holds. */
export interface DeckOptions {
	readonly newPerDay: number | null;
	readonly reviewsPerDay: number | null;
}

export interface Deck {
	readonly id: DeckId;
	readonly name: string;
	readonly article: Article | null;
	readonly options: DeckOptions;
}

export const inheritedOptions: DeckOptions = { newPerDay: null, reviewsPerDay: null };
