import type { BlockId } from './block-id.ts';
import type { Piece } from './piece.ts';
import type { Place } from './problem.ts';

export interface ListItem {
	readonly place: Place;
	readonly pieces: Piece[];
	id: BlockId | null;
}

export type Content =
	| { readonly type: 'heading'; readonly level: number; readonly piece: Piece }
	| { readonly type: 'paragraph'; readonly pieces: Piece[] }
	| { readonly type: 'quote'; readonly pieces: Piece[] }
	| { readonly type: 'question'; question: Piece[] | null; answer: Piece[] | null }
	| { readonly type: 'list'; readonly ordered: boolean; readonly indent: number; readonly items: ListItem[] };

/** A stretch of the article that belongs together, before anyone asks what it means. */
export type Block<Type extends Content['type'] = Content['type']> = Extract<
	Content,
	{ type: Type }
> & {
	/** Where its first line begins. */
	readonly place: Place;
	id: BlockId | null;
};
