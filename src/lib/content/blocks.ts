import { takeId, type BlockId } from './block-id.ts';
import type { Block, Content, ListItem } from './block.ts';
import { slicePiece, type Piece } from './piece.ts';
import type { Place, Report } from './problem.ts';
import { readLine, type ReadLine, type TextLine } from './read-line.ts';

/**
 * Splits the body of an article into blocks. A blank line ends a block, and so does a permanent id.
 * A list goes on over blank lines, and an answer may stand below one.
 */
export function blocksOf(lines: readonly Piece[], report: Report): Block[] {
	const blocks: Block[] = [];
	let open: Block | null = null;
	let afterBlank = false;

	for (const line of lines) {
		const place = slicePiece(line, 0);
		const read = asText(readLine(line), place, afterBlank ? null : open);
		if (read.kind === 'id') {
			const { id } = takeId(read.piece, report);
			if (id) giveId(blocks.at(-1), id, report);
			open = null;
		} else if (read.kind === 'pause') {
			open = null;
		} else if (read.kind !== 'blank') {
			const { piece, id } = takeId(read.piece, report);
			if (open === null || !continues(open, read, piece, place, afterBlank, report)) {
				open = { ...beginning(read, piece, place, report), place, id: null };
				blocks.push(open);
			}
			if (id) giveId(lastItem(open) ?? open, id, report);
			if (id && !isWaiting(open)) open = null;
		}
		afterBlank = read.kind === 'blank';
	}
	return blocks;
}

/** As in Markdown, a line of running text may begin with a number such as "1986.". */
function asText(read: ReadLine, whole: Piece, open: Block | null): ReadLine {
	if (read.kind !== 'item' || read.number === null || read.number === 1) return read;
	const inText = open?.type === 'paragraph' || open?.type === 'quote' || open?.type === 'question';
	return inText ? { kind: 'text', piece: whole } : read;
}

/** Adds a line to the open block if it belongs there. */
function continues(
	open: Block,
	line: TextLine,
	piece: Piece,
	place: Place,
	afterBlank: boolean,
	report: Report,
): boolean {
	if (line.kind === 'item' && open.type === 'list' && open.ordered === (line.number !== null)) {
		if (line.indent > open.indent + 1) {
			report(place, 'A list inside a list makes no cards of its own. Move this line to the left.');
		}
		open.items.push({ place, pieces: [piece], id: null });
		return true;
	}
	if (line.kind === 'answer' && open.type === 'question' && open.answer === null) {
		open.answer = [piece];
		return true;
	}
	if (afterBlank) return false;
	if (line.kind === 'text') piecesOf(open)?.push(piece);
	else if (line.kind === 'quote' && open.type === 'quote') open.pieces.push(piece);
	else return false;
	return open.type !== 'heading';
}

function beginning(line: TextLine, piece: Piece, place: Place, report: Report): Content {
	switch (line.kind) {
		case 'heading':
			if (!line.spaced) report(place, 'A heading needs a space after its # signs. Put one there.');
			return { type: 'heading', level: line.level, piece };
		case 'item': {
			const items = [{ place, pieces: [piece], id: null }];
			return { type: 'list', ordered: line.number !== null, indent: line.indent, items };
		}
		case 'question':
			return { type: 'question', question: [piece], answer: null };
		case 'answer':
			return { type: 'question', question: null, answer: [piece] };
		case 'quote':
			return { type: 'quote', pieces: [piece] };
		case 'text':
			return { type: 'paragraph', pieces: [piece] };
	}
}

function piecesOf(block: Block): Piece[] | null {
	if (block.type === 'paragraph' || block.type === 'quote') return block.pieces;
	if (block.type === 'question') return block.answer ?? block.question;
	return lastItem(block)?.pieces ?? null;
}

function lastItem(block: Block): ListItem | null {
	return block.type === 'list' ? (block.items.at(-1) ?? null) : null;
}

/** A list, or a question whose answer is still to come, stays open though its line ended in an id. */
function isWaiting(block: Block): boolean {
	return block.type === 'list' || (block.type === 'question' && block.answer === null);
}

function giveId(owner: { id: BlockId | null } | undefined, id: BlockId, report: Report): void {
	if (!owner) report(id, `No block stands above the id ^${id.text}. Put it below its block.`);
	else if (owner.id === null) owner.id = id;
	else report(id, `This block has the id ^${owner.id.text} already. Keep one of the two.`);
}
