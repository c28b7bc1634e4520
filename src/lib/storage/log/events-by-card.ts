import { Dexie } from 'dexie';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { eventsOfCard } from './event-log.ts';

/** Rows read at once. */
const BATCH = 5000;
/** Up to so many cards are looked up one by one; for more, reading the whole log is quicker. */
const FEW_CARDS = 1000;

export interface CardEvents {
	readonly cardId: CardId;
	/** All of the card, oldest first. */
	readonly events: readonly LogEvent[];
}

/**
 * The log, card by card: long work, for a worker.
 *
 * @param wanted null: all cards of the log
 * @param progress is told the share that has been read, 0 to 1
 */
export async function* eventsByCard(
	db: GreenRoomDatabase,
	wanted: ReadonlySet<CardId> | null,
	progress: (share: number) => void,
): AsyncGenerator<CardEvents> {
	if (wanted && wanted.size <= FEW_CARDS) {
		let read = 0;
		for (const cardId of wanted) {
			yield { cardId, events: await eventsOfCard(db, cardId) };
			progress(++read / wanted.size);
		}
		return;
	}
	for await (const one of wholeLog(db, progress)) if (wanted?.has(one.cardId) ?? true) yield one;
}

async function* wholeLog(
	db: GreenRoomDatabase,
	progress: (share: number) => void,
): AsyncGenerator<CardEvents> {
	const all = await db.events.count();
	let read = 0;
	let events: LogEvent[] = [];
	for (let last: EventRow | undefined; ;) {
		const rows = await rowsAfter(db, last);
		for (const row of rows) {
			const cardId = events[0]?.cardId;
			if (cardId !== undefined && cardId !== row.cardId) {
				yield { cardId, events };
				events = [];
			}
			events.push(eventOfRow(row));
		}
		last = rows.at(-1);
		if (last === undefined) break;
		read += rows.length;
		progress(Math.min(1, read / Math.max(all, 1)));
	}
	const cardId = events[0]?.cardId;
	if (cardId !== undefined) yield { cardId, events };
}

function rowsAfter(db: GreenRoomDatabase, last: EventRow | undefined): Promise<EventRow[]> {
	const index = db.events.where('[cardId+id]');
	const rest = last
		? index.above([last.cardId, last.id])
		: index.above([Dexie.minKey, Dexie.minKey]);
	return rest.limit(BATCH).toArray();
}
