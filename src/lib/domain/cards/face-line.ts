import type { FaceBlock, FaceSpan } from './face.ts';
import { faceLines } from './face-lines.ts';

/**
 * What a side of a card says as one line, for a list of cards. Its lines are parted by semicolons, which are heard
 * as a pause, but for one that ends in a mark of its own.
 */
export function faceLine(blocks: readonly FaceBlock[]): readonly FaceSpan[] {
	const [first = [], ...others] = faceLines(blocks);
	return others.reduce<readonly FaceSpan[]>((before, line) => {
		const ending = /[.,:;!?…]$/.test(before.at(-1)?.text ?? '') ? ' ' : '; ';
		return [...before, { text: ending, as: 'plain' }, ...line];
	}, first);
}
