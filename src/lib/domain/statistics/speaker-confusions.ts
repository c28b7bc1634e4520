import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Confusion } from '#lib/domain/matching/confusion.ts';
import { fold } from '#lib/domain/matching/fold.ts';

/** Two speakers of whom one was taken for the other, and how often, whichever way round. */
export interface MixUp {
	readonly speakers: readonly [string, string];
	readonly times: number;
}

/**
 * Most frequent first. A name is the same however it is written, as in a match; it is told as it is written most often.
 *
 * @param speakerOf the right speaker of a card; cards without one are left out
 */
export function mixUps(
	confusions: readonly Confusion[],
	speakerOf: (key: CardId) => string | undefined,
): MixUp[] {
	const spellings = new Map<string, Map<string, number>>();
	const found = new Map<string, { names: [string, string]; times: number }>();
	for (const { key, said, times } of confusions) {
		const speaker = speakerOf(key);
		if (speaker === undefined || fold(speaker) === fold(said)) continue;
		const [one, other] = [named(speaker, times), named(said, times)];
		const names: [string, string] = one < other ? [one, other] : [other, one];
		const pair = JSON.stringify(names);
		found.set(pair, { names, times: (found.get(pair)?.times ?? 0) + times });
	}
	return [...found.values()]
		.map(({ names: [one, other], times }): MixUp => ({
			speakers: [usual(one), usual(other)],
			times,
		}))
		.sort((a, b) => b.times - a.times || (a.speakers.join() < b.speakers.join() ? -1 : 1));

	function named(spelling: string, times: number): string {
		const name = fold(spelling);
		const known = spellings.get(name) ?? new Map<string, number>();
		spellings.set(name, known.set(spelling, (known.get(spelling) ?? 0) + times));
		return name;
	}

	function usual(name: string): string {
		const byTimes = [...(spellings.get(name) ?? [])].sort(
			([one, a], [other, b]) => b - a || (one < other ? -1 : 1),
		);
		return byTimes[0]?.[0] ?? name;
	}
}
