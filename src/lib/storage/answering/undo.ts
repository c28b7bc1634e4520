import type { Card } from '#lib/domain/cards/card.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { onKnownRows } from '#lib/storage/context/touched-rows.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { eventAt } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { readSettings } from '#lib/storage/records/settings-store.ts';
import { putBack } from './put-back.ts';
import type { Undone } from './undone.ts';

/**
 * Takes back this device's latest undoable event that still counts, however long ago it was. The totals
 * are corrected on the day the event was counted on.
 *
 * A person waits for it as for an answer, hence the bare transactions: an answer of this tab that nothing followed
 * is taken back by putting its rows back, everything else by replay.
 *
 * @param meanwhile told of the card as it will be, where that is known, while the undo is still being written
 */
export async function undo(
	context: StoreContext,
	moment: Moment,
	meanwhile?: (card: Card) => void,
): Promise<Undone | null> {
	const undone = await onKnownRows(context.known.forUndo(), async (known) => {
		if (known) return putBack(context, moment, known, meanwhile);
		const { undoByReplay } = await import('./undo-by-replay.ts');
		return undoByReplay(context, moment);
	});
	if (undone === 'new rules') {
		await readSettings(context);
		return undo(context, moment, meanwhile);
	}
	return undone;
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
