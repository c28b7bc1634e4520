import type { Collection } from '#lib/domain/merge/collection.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import type { FileSummary } from './restore-messages.ts';

/** What is shown of a file before anything changes. */
export function summaryOf({ content, log }: Collection, exportedAt: string): FileSummary {
	return {
		exportedAt,
		decks: content.decks.filter((deck) => !isDeleted(deck)).length,
		cards: content.cards.length,
		events: log.length,
		latestAt: log.instants.subarray(0, log.length).reduce((max, at) => Math.max(max, at), 0),
	};
}
