import type { CardId, EventId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Base } from '#lib/domain/merge/snapshot.ts';
import { totalsDifference } from '#lib/domain/statistics/totals-difference.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard } from '#lib/storage/log/event-log.ts';
import { addTotals } from '#lib/storage/statistics/add-totals.ts';
import type { Change } from './merge-records.ts';

/** Ids looked up at once. */
const BATCH = 2000;

/**
 * Adds the events that are not in the log yet, and what follows from them and from changed beginnings to the
 * totals; inside a transaction. Undo stacks and device rows are left to the caller.
 *
 * @returns the added ones, each once, in causal order
 */
export async function mergeEventsOf(
	db: GreenRoomDatabase,
	incoming: readonly LogEvent[],
	changedBases: readonly Change<Base>[],
): Promise<LogEvent[]> {
	const fresh = await unknownAmong(db, incoming);
	const touched = new Set([...fresh, ...changedBases.map(({ after }) => after)].map(cardOf));
	const known = (await Promise.all([...touched].map((card) => eventsOfCard(db, card)))).flat();
	const bases = (await db.bases.bulkGet([...touched])).filter((base) => base !== undefined);
	const changed = new Map(changedBases.map(({ before, after }) => [after.cardId, before]));
	const before = bases.flatMap((base) =>
		changed.has(base.cardId) ? (changed.get(base.cardId) ?? []) : base,
	);
	await addTotals(
		db,
		totalsDifference(totalsOf(known, before), totalsOf([...known, ...fresh], bases)),
	);
	await db.events.bulkAdd(
		fresh.map((event) => ({ ...event, below: null, checksum: eventChecksum(event) })),
	);
	return fresh;
}

function cardOf({ cardId }: { readonly cardId: CardId }): CardId {
	return cardId;
}

async function unknownAmong(
	db: GreenRoomDatabase,
	incoming: readonly LogEvent[],
): Promise<LogEvent[]> {
	const byId = new Map<EventId, LogEvent>(incoming.map((event) => [event.id, event]));
	const ids = [...byId.keys()].sort();
	for (let from = 0; from < ids.length; from += BATCH) {
		const [first, last] = [ids[from], ids[Math.min(from + BATCH, ids.length) - 1]];
		const known = await db.events.where('id').between(first, last, true, true).primaryKeys();
		for (const id of known) byId.delete(id);
	}
	return ids.flatMap((id) => byId.get(id) ?? []);
}
