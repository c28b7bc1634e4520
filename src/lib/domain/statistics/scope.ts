import type { DeckId } from '#lib/domain/cards/ids.ts';

/**
 * What statistics are about. A deck's answers are those given while a card was in it: the deck of then. A tag's
 * are those to cards whose note carries it now.
 */
export type Scope =
	| { readonly kind: 'all' }
	| { readonly kind: 'deck'; readonly deckId: DeckId }
	| { readonly kind: 'tag'; readonly tag: string };
