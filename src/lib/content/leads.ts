import type { Block } from './block.ts';
import { joinPieces } from './piece.ts';
import type { Report } from './problem.ts';

/** A bulleted list together with the paragraph above it that ends in a colon. */
export interface LedList {
	readonly type: 'led-list';
	readonly lead: Block<'paragraph'>;
	readonly list: Block<'list'>;
}

export type Unit = Block | LedList;

/** Joins each lead with its list, and reports leads whose list is missing. */
export function joinLeads(blocks: readonly Block[], report: Report): readonly Unit[] {
	const units: Unit[] = [];
	for (let index = 0; index < blocks.length; index += 1) {
		const [block, next] = [blocks[index], blocks[index + 1]];
		if (!block) continue;
		if (block.type !== 'paragraph' || !joinPieces(block.pieces).endsWith(':')) {
			units.push(block);
		} else if (next?.type === 'list' && !next.ordered) {
			units.push({ type: 'led-list', lead: block, list: next });
			index += 1;
		} else {
			if (!introduces(next)) {
				report(
					block.place,
					'This paragraph ends in a colon but no list follows. Put a bulleted list below it, or end it with a full stop.',
				);
			}
			units.push(block);
		}
	}
	return units;
}

/** A colon may lead to a quote, a question or a recap as well, and is then only read. */
function introduces(next: Block | undefined): boolean {
	return next !== undefined && next.type !== 'paragraph' && next.type !== 'heading';
}
