import type { Piece } from './piece.ts';

/** The lines of a text, numbered from 1. Any line ending will do; a byte order mark is no text. */
export function linesOf(text: string): Piece[] {
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	return body
		.split(/\r\n|\r|\n/)
		.map((line, index) => ({ line: index + 1, column: 1, text: line.trimEnd() }));
}
