import type { Card } from '#lib/domain/cards/card.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import { totalsDifference } from '#lib/domain/statistics/totals-difference.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { bareTransaction, type BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import { cardOfRow, cardRow } from '#lib/storage/database/card-row.ts';
import { newDevice } from '#lib/storage/database/device-row.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { addTotalsBarely } from '#lib/storage/statistics/add-totals.ts';
import { placeUndo } from './place-undo.ts';
import type { Undone } from './undone.ts';

/**
 * Takes back whatever stands on top of the undo stack, by replay of its card.
 *
 * @returns 'new rules' when the settings have changed since they were read; null when the stack is empty. Nothing is written then
 */
export async function undoByReplay(
	context: StoreContext,
	moment: Moment,
): Promise<Undone | 'new rules' | null> {
	const { db, rules } = context;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const tables = [db.cards, db.bases, db.events, db.days, db.devices];
	const done = await bareTransaction(db, tables, async (transaction) => {
		const { get, put, add } = transaction;
		const device = (await get(db.devices, own)) ?? newDevice(own);
		const kept = rules.kept(device.rulesVersion);
		if (kept === null) return 'new rules';
		const top = await barelyTop(context, transaction, own, device.undoTop);
		if (top === null) return null;
		const { target, row, events, base } = top;
		const placed = placeUndo(target, moment, device, random);
		const after = [...events, placed.event];
		const { progress, broughtForward } = progressFrom(base?.progress ?? null, after, kept.model);
		const card: Card = { ...cardOfRow(row), ...progress };
		const bases = base ? [base] : [];
		const difference = totalsDifference(totalsOf(events, bases), totalsOf(after, bases));
		await addTotalsBarely(db, transaction, difference);
		add(db.events, placed.row);
		put(db.cards, cardRow(card, broughtForward));
		put(db.devices, placed.device);
		return { target, card, placed };
	});
	if (done === null || done === 'new rules') return done;
	context.known.undone(done.target.id, done.placed.device);
	context.announce('log', done.placed);
	return { undone: eventOfRow(done.target), card: done.card };
}

/** The topmost event whose card still exists, with what replay needs: all of it is read at once. */
async function barelyTop(
	{ db }: StoreContext,
	{ get, getAll }: BareTransaction,
	device: DeviceId,
	from: number,
) {
	for (let sequence = from; sequence > 0;) {
		const place = db.keyRange.only([device, sequence]);
		const [target] = await getAll(db.events, '[device+sequence]', place);
		if (!target || !isUndoable(target)) return null;
		const { cardId } = target;
		const ofCard = db.keyRange.bound([cardId, ''], [cardId, []]);
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
