import { slicePiece, type Piece } from './piece.ts';

export interface HeadingLine {
	readonly kind: 'heading';
	readonly level: number;
	/** Whether a space stands after its # signs, as it should. */
	readonly spaced: boolean;
	readonly piece: Piece;
}

export interface ItemLine {
	readonly kind: 'item';
	/** Null for a bullet. */
	readonly number: number | null;
	/** Columns of white space before it. */
	readonly indent: number;
	readonly piece: Piece;
}

interface PlainLine<Kind extends string> {
	readonly kind: Kind;
	readonly piece: Piece;
}

/** A line with words in it, by its first characters; the piece is what stands after them. */
export type TextLine =
	| HeadingLine
	| ItemLine
	| PlainLine<'quote'>
	| PlainLine<'question'>
	| PlainLine<'answer'>
	| PlainLine<'text'>;

export type ReadLine =
	TextLine | PlainLine<'id'> | { readonly kind: 'blank' } | { readonly kind: 'pause' };

const TAB_WIDTH = 4;

export function readLine(line: Piece): ReadLine {
	const piece = slicePiece(line, 0);
	const { text } = piece;
	if (text === '') return { kind: 'blank' };
	if (/^(?:-\s*){3,}$|^(?:_\s*){3,}$|^(?:\*\s*){3,}$/.test(text)) return { kind: 'pause' };
	if (/^\^\S*$/.test(text)) return { kind: 'id', piece };
	if (text.startsWith('>')) return { kind: 'quote', piece: slicePiece(piece, 1) };
	if (text.startsWith('Q:')) return { kind: 'question', piece: slicePiece(piece, 2) };
	if (text.startsWith('A:')) return { kind: 'answer', piece: slicePiece(piece, 2) };
	return readHeading(piece) ?? readItem(line, piece) ?? { kind: 'text', piece };
}

/** `## Title`, also closed by hashes. `##Title` is taken for a heading whose space was forgotten. */
function readHeading(piece: Piece): HeadingLine | null {
	const hashes = /^#{1,6}(?!\S)|^#{2,6}(?!#)/.exec(piece.text)?.[0];
	if (hashes === undefined) return null;
	const level = hashes.length;
	const spaced = !/^\S/.test(piece.text.slice(level));
	const title = slicePiece(piece, level);
	const closing = /(?:^|\s)#+$/.exec(title.text);
	return { kind: 'heading', level, spaced, piece: slicePiece(title, 0, closing?.index) };
}

function readItem(line: Piece, piece: Piece): ItemLine | null {
	const marker = /^(?:[-*+]|(\d{1,9})[.)])(?=\s|$)/.exec(piece.text);
	if (marker === null) return null;
	const space = line.text.slice(0, line.text.length - line.text.trimStart().length);
	const indent = space.replace(/\t/g, ' '.repeat(TAB_WIDTH)).length;
	const number = marker[1] === undefined ? null : Number(marker[1]);
	return { kind: 'item', number, indent, piece: slicePiece(piece, marker[0].length) };
}
