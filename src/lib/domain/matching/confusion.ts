import type { CardId } from '#lib/domain/cards/ids.ts';
import { undoneIds } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { fold } from './fold.ts';

/** How often a speaker was taken for the right one of a quote. */
export interface Confusion {
	readonly key: CardId;
	readonly said: string;
	readonly times: number;
}

/** The confusions that matches have left in the log, without those that were undone. */
export function confusions(events: readonly LogEvent[]): Confusion[] {
	const undone = undoneIds(events);
	const found = new Map<string, Confusion>();
	for (const event of events) {
		if (event.kind !== 'practice' || event.drill !== 'match' || undone.has(event.id)) continue;
		const { cardId: key, confusedWith: said } = event;
		if (said === null) continue;
		const pair = JSON.stringify([key, fold(said)]);
		found.set(pair, { key, said, times: (found.get(pair)?.times ?? 0) + 1 });
	}
	return [...found.values()];
}

/** How often a quote was taken for that speaker's, or for anyone's when no name is given. */
export function timesConfused(
	history: readonly Confusion[],
	key: CardId,
	name: string | null = null,
): number {
	return history
		.filter(
			(confusion) =>
				confusion.key === key && (name === null || fold(confusion.said) === fold(name)),
		)
		.reduce((sum, { times }) => sum + times, 0);
}
