import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Confusion } from '#lib/domain/matching/confusion.ts';

/** Two speakers of whom one was taken for the other, and how often, whichever way round. */
export interface MixUp {
	readonly speakers: readonly [string, string];
	readonly times: number;
}

/** Most frequent first. @param speakerOf the right speaker of a card; cards without one are left out */
export function mixUps(
	confusions: readonly Confusion[],
	speakerOf: (key: CardId) => string | undefined,
): MixUp[] {
	const found = new Map<string, MixUp>();
	for (const { key, said, times } of confusions) {
		const right = speakerOf(key);
		if (right === undefined || right === said) continue;
		const speakers: [string, string] = right < said ? [right, said] : [said, right];
		const pair = JSON.stringify(speakers);
		found.set(pair, { speakers, times: (found.get(pair)?.times ?? 0) + times });
	}
	return [...found.values()].sort(
		(a, b) => b.times - a.times || (a.speakers.join() < b.speakers.join() ? -1 : 1),
	);
}
