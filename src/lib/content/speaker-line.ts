import { slicePiece, type Piece } from './piece.ts';
import type { Report } from './problem.ts';

export interface Speaker {
	readonly speaker: string;
	readonly role: string;
	readonly credit: string;
}

/** Reads `— Name, role (Credit)`; what is absent is empty. Null if the line does not begin with a dash. */
export function readSpeakerLine(line: Piece, report: Report): Speaker | null {
	const dash = /^(?:—|–|--)(?!-)/.exec(line.text)?.[0];
	if (dash === undefined) return null;
	const words = slicePiece(line, dash.length);
	const bracket = creditOffset(words.text);
	if (bracket === null) {
		report(words, 'The brackets of this credit do not match. Write — Name, role (Credit).');
	}
	const credit = bracket === null ? '' : words.text.slice(bracket + 1, -1);
	const person = words.text.slice(0, bracket ?? undefined);
	const comma = person.indexOf(',');
	const speaker = tidy(comma < 0 ? person : person.slice(0, comma));
	if (speaker === '') report(line, 'The speaker has no name. Write — Name, role (Credit).');
	return { speaker, role: comma < 0 ? '' : tidy(person.slice(comma + 1)), credit: tidy(credit) };
}

/** Where the bracket that ends the line was opened: the text's end if none, null if it never was. */
function creditOffset(text: string): number | null {
	if (!text.endsWith(')')) return text.includes('(') && !text.includes(')') ? null : text.length;
	let depth = 0;
	for (let offset = text.length - 1; offset >= 0; offset -= 1) {
		if (text[offset] === ')') depth += 1;
		if (text[offset] === '(') depth -= 1;
		if (depth === 0) return offset;
	}
	return null;
}

function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}
