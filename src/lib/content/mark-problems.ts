import { parseMarks } from '#lib/domain/cards/marks.ts';
import type { Piece } from './piece.ts';
import type { Place, Report } from './problem.ts';

/** Reports what was meant for a mark and is none: `====`, or a `==` at a word without a partner. */
export function checkMarks(pieces: readonly Piece[], report: Report): void {
	const whole = textOf(pieces);
	const placeAt = placesIn(pieces);
	for (const { text, from } of plainSpans(whole)) {
		for (const sign of text.matchAll(/==(\s*==)?/g)) {
			const at = from + sign.index;
			const place = placeAt(at);
			if (sign[1] !== undefined) {
				report(place, 'This mark is empty. Put the words to recall between == and ==.');
			} else if (/\S/.test(whole.charAt(at - 1) + whole.charAt(at + 2))) {
				report(place, 'This mark has no partner. Put == right before and right after the words.');
			}
		}
	}
}

/** Reports marks in a text that makes no cards of them. */
export function refuseMarks(pieces: readonly Piece[], report: Report): void {
	const text = textOf(pieces);
	if (!parseMarks(text).some((span) => span.mark !== null)) return;
	const place = placesIn(pieces)(text.indexOf('=='));
	report(place, 'Marks make cards only in a paragraph or a quote. Take the == signs out here.');
}

function plainSpans(whole: string): { text: string; from: number }[] {
	const plain = [];
	let from = 0;
	for (const { text, mark } of parseMarks(whole)) {
		if (mark === null) plain.push({ text, from });
		from += text.length + (mark === null ? 0 : '===='.length);
	}
	return plain;
}

/** The pieces as they were written, a single character between two of them. */
function textOf(pieces: readonly Piece[]): string {
	return pieces.map((piece) => piece.text).join(' ');
}

/** Finds the places of offsets that never go back, in one walk along the pieces. */
function placesIn(pieces: readonly Piece[]): (offset: number) => Place {
	let index = 0;
	let start = 0;
	return (offset) => {
		let piece = pieces[index];
		while (piece && offset > start + piece.text.length) {
			start += piece.text.length + 1;
			index += 1;
			piece = pieces[index];
		}
		return { line: piece?.line ?? 1, column: (piece?.column ?? 1) + offset - start };
	};
}
