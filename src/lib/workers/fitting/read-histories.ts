import type { Histories } from '#lib/domain/optimizer/histories.ts';
import { HistoryBuilder } from '#lib/domain/optimizer/history-builder.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { effectiveLog } from '#lib/workers/journal/effective-log.ts';

/**
 * All that the log says of memory, card by card. Deleted cards are in it too: what was learned from them holds.
 *
 * @param progress told the share that is read, 0 to 1
 */
export async function readHistories(
	db: GreenRoomDatabase,
	progress: (done: number) => void,
): Promise<Histories> {
	const bases = await db.bases.toArray();
	const hadMemory = new Set(
		bases.filter((base) => base.progress.memory !== null).map(({ cardId }) => cardId),
	);
	const builder = new HistoryBuilder();
	for await (const { cardId, events } of effectiveLog(db, null, progress)) {
		builder.add(events, hadMemory.has(cardId));
	}
	return builder.finish();
}
