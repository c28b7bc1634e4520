import { parseMarks } from '#lib/domain/cards/marks.ts';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import type { Block } from './block.ts';
import { checkMarks, refuseMarks } from './mark-problems.ts';
import { joinPieces } from './piece.ts';
import type { Report } from './problem.ts';
import { readSpeakerLine } from './speaker-line.ts';

/** What a block became: a note with the text its id comes from, or text that is only read. */
export type Meaning = MeantNote | { readonly prose: readonly string[] };

export interface MeantNote {
	readonly body: NoteBody;
	/** What the note asks about. Where the author gave no id, the id is made from it. */
	readonly cue: string;
}

export function questionOfBlock(block: Block<'question'>, report: Report): Meaning {
	const question = joinPieces(block.question ?? []);
	const answer = joinPieces(block.answer ?? []);
	if (block.question === null) {
		report(block.place, 'This answer has no question. Put a line Q: with the question above it.');
	} else if (question === '') {
		report(block.place, 'This question is empty. Write the question after Q:.');
	}
	if (block.answer === null) {
		report(block.place, 'This question has no answer. Put a line A: with the answer below it.');
	} else if (answer === '') {
		report(block.answer[0] ?? block.place, 'This answer is empty. Write the answer after A:.');
	}
	refuseMarks(block.question ?? [], report);
	refuseMarks(block.answer ?? [], report);
	if (question === '' || answer === '') return prose(question, answer);
	return { body: { kind: 'question', question, answer }, cue: question };
}

export function clozeOfBlock(block: Block<'paragraph'>, report: Report): Meaning {
	const text = joinPieces(block.pieces);
	checkMarks(block.pieces, report);
	if (parseMarks(text).every((span) => span.mark === null)) return prose(text);
	return { body: { kind: 'cloze', text }, cue: text };
}

export function quoteOfBlock(block: Block<'quote'>, report: Report): Meaning {
	const pieces = block.pieces.filter((piece) => piece.text !== '');
	const lastLine = pieces.at(-1);
	if (!lastLine) {
		report(block.place, 'This quote is empty. Write the words, then a line — Name, role (Credit).');
		return prose();
	}
	const speaker = readSpeakerLine(lastLine, report);
	const words = speaker ? pieces.slice(0, -1) : pieces;
	const text = unquote(joinPieces(words));
	checkMarks(words, report);
	if (!speaker) {
		report(
			block.place,
			'This quote does not say who said it. Make its last line — Name, role (Credit); role and credit may be left out.',
		);
	} else if (text === '') {
		report(block.place, 'This quote has no words. Write them above the line with the speaker.');
	}
	if (!speaker?.speaker || text === '') return prose(text, speaker ? joinPieces([lastLine]) : '');
	return { body: { kind: 'quote', text, ...speaker }, cue: text };
}

/** The screen sets quotation marks of its own, so those around the whole quote are taken off. */
function unquote(text: string): string {
	const inner = /^“([^“”]*)”$|^"([^"]*)"$/.exec(text);
	return (inner?.[1] ?? inner?.[2] ?? text).trim();
}

function prose(...texts: readonly string[]): Meaning {
	return { prose: texts.filter((text) => text !== '') };
}
