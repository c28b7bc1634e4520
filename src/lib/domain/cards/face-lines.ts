import type { FaceBlock, FaceSpan } from './face.ts';

/** What a side of a card says, line by line. */
export function faceLines(blocks: readonly FaceBlock[]): (readonly FaceSpan[])[] {
	return blocks.flatMap(linesOf);
}

function linesOf(block: FaceBlock): (readonly FaceSpan[])[] {
	switch (block.type) {
		case 'text':
		case 'quote':
			return [block.spans];
		case 'speaker':
			return [
				[plain([block.name, block.role, block.credit].filter((part) => part !== '').join(', '))],
			];
		case 'list':
			return [
				...(block.lead.length > 0 ? [block.lead] : []),
				...block.items.map(({ spans }, index) =>
					block.ordered ? [plain(`${index + 1}. `), ...spans] : spans,
				),
			];
	}
}

function plain(text: string): FaceSpan {
	return { text, as: 'plain' };
}
