import type { Place } from './problem.ts';

/** A stretch of one line, trimmed, that knows where it stands. */
export interface Piece extends Place {
	readonly text: string;
}

/** The part of a piece from an offset to an end, without the white space around it. */
export function slicePiece(piece: Piece, from: number, to = piece.text.length): Piece {
	const cut = piece.text.slice(from, to);
	const text = cut.trim();
	const leading = cut.length - cut.trimStart().length;
	return { line: piece.line, column: piece.column + from + (text === '' ? 0 : leading), text };
}

/** One running text of pieces: lines joined with a space, white space single, Unicode in NFC. */
export function joinPieces(pieces: readonly Piece[]): string {
	const text = pieces.map((piece) => piece.text).join(' ');
	return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}
