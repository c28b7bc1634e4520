import type { FaceBlock, FaceSpan } from './face.ts';

/** What a side of a card says, line by line, for reading aloud and for search. A blank is said as "blank". */
export function faceText(blocks: readonly FaceBlock[]): string {
	return blocks.flatMap(linesOf).join('\n');
}

function linesOf(block: FaceBlock): string[] {
	switch (block.type) {
		case 'text':
		case 'quote':
			return [textOf(block.spans)];
		case 'speaker':
			return [[block.name, block.role, block.credit].filter((part) => part !== '').join(', ')];
		case 'list':
			return [
				...(block.lead.length > 0 ? [textOf(block.lead)] : []),
				...block.items.map(({ spans }, index) =>
					block.ordered ? `${index + 1}. ${textOf(spans)}` : textOf(spans),
				),
			];
	}
}

function textOf(spans: readonly FaceSpan[]): string {
	return spans.map(({ text, as }) => (as === 'blank' ? 'blank' : text)).join('');
}
