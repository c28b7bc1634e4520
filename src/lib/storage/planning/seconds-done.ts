import type { CardId, EventId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';

/** A study day began less than this before now, wherever it did. */
const LONGEST_DAY_MS = 2 * 86_400_000;

/** Seconds that answers took on the moment's study day so far, by card. Reads the latest events alone. */
export async function secondsDone(
	db: GreenRoomDatabase,
	{ at, studyDay }: Moment,
): Promise<Map<CardId, number>> {
	const first = uuidV7(
		Math.max(0, Math.floor(at) - LONGEST_DAY_MS),
		new Uint8Array(ID_BYTES),
	) as EventId;
	const events = (await db.events.where('id').aboveOrEqual(first).toArray()).map(eventOfRow);
	const seconds = new Map<CardId, number>();
	for (const event of effectiveEvents(events)) {
		if (event.kind !== 'review' || event.studyDay !== studyDay) continue;
		seconds.set(event.cardId, (seconds.get(event.cardId) ?? 0) + event.durationMs / 1000);
	}
	return seconds;
}
