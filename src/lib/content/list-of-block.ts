import type { Block } from './block.ts';
import { itemsOfList } from './items-of-list.ts';
import type { LedList } from './leads.ts';
import { refuseMarks } from './mark-problems.ts';
import type { Meaning } from './note-of-block.ts';
import { joinPieces } from './piece.ts';
import type { Report } from './problem.ts';

/** A paragraph ending in a colon and the bulleted list below it. */
export function listOfBlocks({ lead, list }: LedList, report: Report): Meaning {
	if (lead.id && list.id) {
		report(list.id, `This list has the id ^${lead.id.text} already. Keep one of the two.`);
	}
	refuseMarks(lead.pieces, report);
	const text = joinPieces(lead.pieces);
	const items = itemsOfList({ ...list, id: lead.id ?? list.id }, report);
	if (items.length === 0) return { prose: [text] };
	return { body: { kind: 'list', lead: text, items }, cue: text };
}

/** A numbered list under a heading Recap. */
export function recapOfBlock(
	list: Block<'list'>,
	sectionTitle: string,
	report: Report,
): Meaning {
	const items = itemsOfList(list, report);
	if (items.length === 0) return { prose: [] };
	return { body: { kind: 'recap', items }, cue: sectionTitle };
}

/** A list that stands where none makes cards. */
export function strayListOfBlock(list: Block<'list'>, inRecap: boolean, report: Report): Meaning {
	if (list.ordered) {
		report(
			list.place,
			'A numbered list makes cards only under a heading Recap. Put ### Recap above it, or make it a bulleted list.',
		);
	} else if (inRecap) {
		report(list.place, 'A recap is a numbered list. Begin its lines with 1. 2. 3. and so on.');
	} else {
		report(list.place, 'This list has no lead. Put a paragraph that ends in a colon above it.');
	}
	return { prose: list.items.map((item) => joinPieces(item.pieces)).filter((text) => text !== '') };
}
