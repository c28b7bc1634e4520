import type { CardId } from '#lib/domain/cards/ids.ts';
import { effectiveByCard, type EffectiveEvents } from '#lib/domain/log/effective-by-card.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard } from '#lib/storage/log/event-log.ts';
import { readLog, wholeExtent } from './read-log.ts';

/** Up to so many cards are looked up one by one; for more, reading the whole log is quicker. */
const FEW_CARDS = 1000;

/**
 * What counts of the log, card by card and each card's events in causal order: long work, for a worker. What is written
 * meanwhile may be left out.
 *
 * @param wanted null: all cards of the log
 * @param progress is told the share that is done, 0 to 1
 */
export async function* effectiveLog(
	db: GreenRoomDatabase,
	wanted: ReadonlySet<CardId> | null,
	progress: (share: number) => void,
): AsyncGenerator<EffectiveEvents> {
	if (wanted && wanted.size <= FEW_CARDS) {
		let done = 0;
		for (const cardId of wanted) {
			yield { cardId, events: effectiveEvents(await eventsOfCard(db, cardId)) };
			progress(++done / wanted.size);
		}
		return;
	}
	const raw = db.backendDB();
	const extent = await wholeExtent(raw);
	const of = 2 * Math.max(1, extent.count);
	const log = await readLog(raw, extent, (read) => progress(read / of));
	let gone = log.length;
	for (const one of effectiveByCard(log, wanted)) {
		yield one;
		gone += one.events.length;
		progress(Math.min(1, gone / of));
	}
	progress(1);
}
