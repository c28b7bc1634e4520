import { slicePiece, type Piece } from './piece.ts';
import type { Report } from './problem.ts';

/** A permanent id as the author wrote it, without the `^`. */
export type BlockId = Piece;

/** Takes a `^some-id` off the end of a line. A malformed one is reported and taken off as well. */
export function takeId(piece: Piece, report: Report): { piece: Piece; id: BlockId | null } {
	let rest = piece;
	let id: BlockId | null = null;
	for (let at = idOffset(rest); at >= 0; at = idOffset(rest)) {
		const found = slicePiece(rest, at + 1);
		rest = slicePiece(rest, 0, at);
		const place = { line: found.line, column: found.column - 1 };
		if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(found.text)) {
			report(
				place,
				`The id "^${found.text}" is malformed. Use letters without accents, digits and hyphens only.`,
			);
		} else if (id !== null) {
			report(place, `This line has two ids, ^${found.text} and ^${id.text}. Keep one of them.`);
		} else {
			id = { ...found, ...place };
		}
	}
	return { piece: rest, id };
}

/** Where the last word begins if it begins with `^`; else -1. */
function idOffset({ text }: Piece): number {
	const at = text.lastIndexOf('^');
	const before = text.slice(Math.max(0, at - 1), Math.max(0, at));
	if (at < 0 || /\S/.test(before) || /\s/.test(text.slice(at))) return -1;
	return at;
}
