import type { FaceBlock } from './face.ts';
import { faceLines } from './face-lines.ts';

/** What a side of a card says, line by line, for reading aloud. A blank is said as "blank". */
export function faceText(blocks: readonly FaceBlock[]): string {
	return faceLines(blocks)
		.map((line) => line.map(({ text, as }) => (as === 'blank' ? 'blank' : text)).join(''))
		.join('\n');
}
