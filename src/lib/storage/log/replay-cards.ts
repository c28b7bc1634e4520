import { Dexie } from 'dexie';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { progressFrom } from './progress-from.ts';

/** Cards whose events are read at once: few enough for memory, many enough to be quick. */
const BATCH = 500;

/** Computes every card's progress anew from its events; inside a transaction. */
export async function replayCards(db: GreenRoomDatabase, model: MemoryModel): Promise<void> {
	for (let last: CardId | null = null; ;) {
		const rows: CardRow[] =
			last === null
				? await db.cards.limit(BATCH).toArray()
				: await db.cards.where('id').above(last).limit(BATCH).toArray();
		const final = rows.at(-1);
		if (!final) return;
		await db.cards.bulkPut(await replayed(db, rows, model));
		last = final.id;
	}
}

/** The rows with progress by replay. @param rows in the order of their ids, none between them left out */
async function replayed(
	db: GreenRoomDatabase,
	rows: readonly CardRow[],
	model: MemoryModel,
): Promise<CardRow[]> {
	const ids = rows.map(({ id }) => id);
	const [events, bases] = await Promise.all([
		db.events
			.where('[cardId+id]')
			.between([ids[0], Dexie.minKey], [ids.at(-1), Dexie.maxKey])
			.toArray(),
		db.bases.bulkGet(ids),
	]);
	const byCard = new Map<CardId, LogEvent[]>(ids.map((id) => [id, []]));
	for (const row of events) byCard.get(row.cardId)?.push(eventOfRow(row));
	return rows.map((row, index) => {
		const base = bases[index]?.progress ?? null;
		const { progress, broughtForward } = progressFrom(base, byCard.get(row.id) ?? [], model);
		return cardRow({ ...cardOfRow(row), ...progress }, broughtForward);
	});
}
