import type { CardId, NoteId } from '#lib/domain/cards/ids.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard } from '#lib/storage/log/event-log.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { replayCards } from '#lib/storage/log/replay-cards.ts';
import { matchCards } from '#lib/storage/records/card-store.ts';
import { SEEDED } from '#lib/storage/records/seed.ts';
import { mergeDevices } from './merge-devices.ts';
import { mergeEventsOf } from './merge-events.ts';
import { mergeRecordsOf } from './merge-records.ts';

/** How much a merge brought that was not here; nothing, the second time. */
export interface Merged {
	readonly events: number;
	readonly records: number;
}

/**
 * Takes in what another device has, or what an older copy of this one had: the union of both logs, of every
 * field the later write, schedules and totals by replay. All or nothing, in one transaction. The order and
 * number of merges don't matter, nor gaps that a later one fills. Seed again afterwards: the other device may
 * have had another version of a built-in deck.
 *
 * @throws when two different events claim one place in the log; nothing is written then
 */
export async function mergeSnapshot(context: StoreContext, snapshot: Snapshot): Promise<Merged> {
	const { db, rules } = context;
	const own = await context.device();
	const { decks, notes, cards, bases, events, days, auditions, settings, devices, meta } = db;
	const tables = [decks, notes, cards, bases, events, days, auditions, settings, devices, meta];
	const merged = await db
		.transaction('rw', tables, async () => {
			const records = await mergeRecordsOf(db, snapshot);
			const fresh = await mergeEventsOf(db, snapshot.reviews, records.bases);
			// Cards that any of these replay anew, nobody may go on with as they were known.
			const hasNewRules = records.settings.length + records.bases.length + fresh.length > 0;
			const device = await mergeDevices(db, own, snapshot, fresh, hasNewRules);
			const { rulesVersion } = device;
			const { model } = rules.kept(rulesVersion) ?? (await rules.read(rulesVersion));
			await settleCards(db, records.notes, model);
			if (records.settings.some(({ key }) => key === 'parameters')) await replayCards(db, model);
			else
				await replayOnly(
					db,
					touchedBy(
						fresh,
						records.bases.map(({ after }) => after),
					),
					model,
				);
			if (records.notes.size > 0) await db.meta.delete(SEEDED);
			return { events: fresh.length, records: records.count };
		})
		.catch((error: unknown) => {
			rules.forget();
			throw error;
		});
	if (merged.events + merged.records > 0) context.announce('everything');
	return merged;
}

/** Cards of the notes: those of living notes in living decks stand, the rest go. */
async function settleCards(
	db: GreenRoomDatabase,
	ids: ReadonlySet<NoteId>,
	model: MemoryModel,
): Promise<void> {
	if (ids.size === 0) return;
	const records = (await db.notes.bulkGet([...ids])).filter((record) => record !== undefined);
	const decks = await db.decks.bulkGet(records.map(({ value }) => value.deckId));
	const isAlive = records.map((record, index) => {
		const deck = decks[index];
		return !isDeleted(record) && deck !== undefined && !isDeleted(deck);
	});
	const values = records.map(({ value }) => value);
	const gone = values.filter((_, index) => !isAlive[index]).map(({ id }) => id);
	await db.cards.where('noteId').anyOf(gone).delete();
	await matchCards(
		db,
		values.filter((_, index) => isAlive[index]),
		model,
	);
}

function touchedBy(...lists: readonly (readonly { readonly cardId: CardId }[])[]): Set<CardId> {
	return new Set(lists.flat().map(({ cardId }) => cardId));
}

async function replayOnly(
	db: GreenRoomDatabase,
	ids: ReadonlySet<CardId>,
	model: MemoryModel,
): Promise<void> {
	const rows = (await db.cards.bulkGet([...ids])).filter((row) => row !== undefined);
	await db.cards.bulkPut(await Promise.all(rows.map((row) => replayed(db, row, model))));
}

async function replayed(db: GreenRoomDatabase, row: CardRow, model: MemoryModel): Promise<CardRow> {
	const [base, events] = await Promise.all([db.bases.get(row.id), eventsOfCard(db, row.id)]);
	const { progress, broughtForward } = progressFrom(base?.progress ?? null, events, model);
	return cardRow({ ...cardOfRow(row), ...progress }, broughtForward);
}
