import type { Card } from '#lib/domain/cards/card.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import { totalsDifference } from '#lib/domain/statistics/totals-difference.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { Written } from '#lib/storage/context/change.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { bareTransaction, type BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import { newDevice } from '#lib/storage/database/device-row.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { eventAt, ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { readSettings } from '#lib/storage/records/settings-store.ts';
import { addTotalsBarely } from '#lib/storage/statistics/add-totals.ts';

export interface Undone {
	readonly undone: LogEvent;
	/** As it is now: by replay of its events, just as it was before. */
	readonly card: Card;
}

/**
 * Takes back this device's latest undoable event that still counts, however long ago it was. The totals
 * are corrected on the day the event was counted on.
 *
 * A person waits for it as for an answer, hence the bare transaction.
 */
export async function undo(context: StoreContext, moment: Moment): Promise<Undone | null> {
	const attempted = await attempt(context, moment);
	if (attempted === 'new rules') {
		await readSettings(context);
		return undo(context, moment);
	}
	if (attempted === null) return null;
	const { written, ...undone } = attempted;
	context.announce('log', written);
	return undone;
}

/** Writes nothing and says so when the settings have changed since they were read. */
async function attempt(
	context: StoreContext,
	moment: Moment,
): Promise<(Undone & { readonly written: Written }) | 'new rules' | null> {
	const { db, rules } = context;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const tables = [db.cards, db.bases, db.events, db.days, db.devices];
	return bareTransaction(db, tables, async (transaction) => {
		const { get, put, add } = transaction;
		const device = (await get(db.devices, own)) ?? newDevice(own);
		const kept = rules.kept(device.rulesVersion);
		if (kept === null) return 'new rules';
		const top = await barelyTop(context, transaction, own, device.undoTop);
		if (top === null) return null;
		const { target, row, events, base } = top;
		const { cardId, deckId } = target;
		const placed = placeEvent(
			{ kind: 'undo', undoes: target.id, cardId, deckId, ...momentFields(moment) },
			{ ...device, undoTop: target.below ?? 0 },
			random,
		);
		const after = [...events, placed.event];
		const replayed = progressFrom(base?.progress ?? null, after, kept.model);
		const card: Card = { ...cardOfRow(row), ...replayed.progress };
		const bases = base ? [base] : [];
		const difference = totalsDifference(totalsOf(events, bases), totalsOf(after, bases));
		await addTotalsBarely(db, transaction, difference);
		add(db.events, placed.row);
		put(db.cards, cardRow(card, replayed.broughtForward));
		put(db.devices, placed.device);
		return { undone: eventOfRow(target), card, written: placed };
	});
}

/** What `undo` would take back. */
export async function peekUndo(context: StoreContext): Promise<LogEvent | null> {
	const { db } = context;
	const own = await context.device();
	return db.transaction('r', [db.cards, db.events, db.devices], async () => {
		const { undoTop } = await deviceRow(db, own);
		const top = await topOfStack(context, own, undoTop);
		return top && eventOfRow(top.target);
	});
}

/** The topmost event whose card still exists. */
async function topOfStack(
	{ db }: StoreContext,
	device: DeviceId,
	from: number,
): Promise<{ target: EventRow; row: CardRow } | null> {
	for (let sequence = from; sequence > 0;) {
		const target = await eventAt(db, device, sequence);
		if (!target || !isUndoable(target)) return null;
		const row = await db.cards.get(target.cardId);
		if (row) return { target, row };
		sequence = target.below ?? 0;
	}
	return null;
}

/** The same within a bare transaction, with what replay needs: all of it is read at once. */
async function barelyTop(
	{ db }: StoreContext,
	{ get, getAll }: BareTransaction,
	device: DeviceId,
	from: number,
) {
	for (let sequence = from; sequence > 0;) {
		const place = IDBKeyRange.only([device, sequence]);
		const [target] = await getAll(db.events, '[device+sequence]', place);
		if (!target || !isUndoable(target)) return null;
		const { cardId } = target;
		const ofCard = IDBKeyRange.bound([cardId, ''], [cardId, []]);
		const [row, rows, base] = await Promise.all([
			get(db.cards, cardId),
			getAll(db.events, '[cardId+id]', ofCard),
			get(db.bases, cardId),
		]);
		if (row) return { target, row, events: rows.map(eventOfRow), base };
		sequence = target.below ?? 0;
	}
	return null;
}
