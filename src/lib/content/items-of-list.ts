import type { Item } from '#lib/domain/cards/note.ts';
import type { Block, ListItem } from './block.ts';
import { refuseMarks } from './mark-problems.ts';
import { joinPieces } from './piece.ts';
import type { Report } from './problem.ts';
import { textHash } from './text-hash.ts';
import { UniqueNames } from './unique-names.ts';

/**
 * The items of a list with their keys: an item's own id; else its number, if the list has an id; else a
 * name made from its text.
 */
export function itemsOfList(list: Block<'list'>, report: Report): Item[] {
	const filled = list.items
		.map((item) => ({ ...item, text: joinPieces(item.pieces) }))
		.filter((item) => isFilled(item, report));
	const firstLines = new Map<string, number>();
	const keys = new UniqueNames();
	for (const { id, place, text, pieces } of filled) {
		refuseMarks(pieces, report);
		const firstLine = firstLines.get(text);
		if (firstLine === undefined) firstLines.set(text, place.line);
		else report(place, `This item stands in line ${firstLine} already. Take one of the two out.`);
		if (!id) continue;
		if (keys.has(id.text)) report(id, `Another item of this list has the id ^${id.text}. Choose another one.`);
		else keys.take(id.text);
	}
	const owned = new Set<string>();
	return filled.map(({ id, text }, index) => {
		const own = id && !owned.has(id.text) ? id.text : null;
		if (own !== null) owned.add(own);
		const name = list.id ? String(index + 1) : `_${textHash(text)}`;
		return { key: own ?? keys.take(name), text };
	});
}

function isFilled(item: ListItem & { text: string }, report: Report): boolean {
	if (item.text !== '') return true;
	report(item.place, 'This item is empty. Write its text or take the line out.');
	return false;
}
