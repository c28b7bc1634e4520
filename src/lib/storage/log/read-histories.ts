import { Dexie } from 'dexie';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Histories } from '#lib/domain/optimizer/histories.ts';
import { HistoryBuilder } from '#lib/domain/optimizer/history-builder.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { logLength } from './log-length.ts';

/** Events read at once: a few megabytes. */
const PAGE = 5000;

/**
 * All that the log says of memory, card by card. Deleted cards are in it too: what was learned from them holds.
 * Meant for a worker: a million events take some seconds.
 *
 * @param progress told the share that is read, 0 to 1
 */
export async function readHistories(
	db: GreenRoomDatabase,
	progress: (done: number) => void,
): Promise<Histories> {
	const total = await logLength(db);
	const bases = await db.bases.toArray();
	const hadMemory = new Set(
		bases.filter((base) => base.progress.memory !== null).map(({ cardId }) => cardId),
	);
	const builder = new HistoryBuilder();
	let card: LogEvent[] = [];
	let read = 0;
	let after: [CardId, unknown] | null = null;
	const endCard = () => {
		const [first] = card;
		if (first) builder.add(card, hadMemory.has(first.cardId));
		card = [];
	};
	for (;;) {
		const rows: Awaited<ReturnType<typeof page>> = await page(db, after);
		for (const row of rows) {
			if (card[0] && card[0].cardId !== row.cardId) endCard();
			card.push(eventOfRow(row));
		}
		read += rows.length;
		progress(total > 0 ? Math.min(1, read / total) : 1);
		const last = rows.at(-1);
		if (!last || rows.length < PAGE) break;
		after = [last.cardId, last.id];
	}
	endCard();
	return builder.finish();
}

/** The next events by card, and of a card from the oldest on. */
function page(db: GreenRoomDatabase, after: readonly [CardId, unknown] | null) {
	return db.events
		.where('[cardId+id]')
		.between(after ?? [Dexie.minKey, Dexie.minKey], [Dexie.maxKey, Dexie.maxKey], after === null)
		.limit(PAGE)
		.toArray();
}
