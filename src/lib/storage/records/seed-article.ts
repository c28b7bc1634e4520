import type { Article } from '#lib/domain/cards/deck.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';

/** A built-in deck as its compiled article describes it. */
export interface SeedArticle {
	readonly deck: { readonly id: DeckId; readonly name: string; readonly article: Article | null };
	readonly notes: readonly Note[];
}
