import type { Card } from '#lib/domain/cards/card.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import { totalsDifference } from '#lib/domain/statistics/totals-difference.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addTotals } from './add-totals.ts';
import { cardOfRow, cardRow, type CardRow } from './card-row.ts';
import type { Written } from './change.ts';
import { eventAt, eventsOfCard, ID_BYTES, momentFields, placeEvent } from './event-log.ts';
import { eventOfRow, type EventRow } from './event-row.ts';
import { deviceRow } from './own-device.ts';
import { progressFrom } from './progress-from.ts';
import type { StoreContext } from './store-context.ts';

export interface Undone {
	readonly undone: LogEvent;
	/** As it is now: by replay of its events, just as it was before. */
	readonly card: Card;
}

/**
 * Takes back this device's latest undoable event that still counts, however long ago it was. The totals
 * are corrected on the day the event was counted on.
 */
export async function undo(context: StoreContext, moment: Moment): Promise<Undone | null> {
	const { db, rules } = context;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const tables = [db.cards, db.bases, db.events, db.days, db.devices, db.settings];
	let written: Written | undefined;
	const result = await db.transaction('rw', tables, async (): Promise<Undone | null> => {
		const device = await deviceRow(db, own);
		const top = await topOfStack(context, own, device.undoTop);
		if (top === null) return null;
		const { target, row } = top;
		const { cardId, deckId } = target;
		const [events, base] = await Promise.all([eventsOfCard(db, cardId), db.bases.get(cardId)]);
		const placed = placeEvent(
			{ kind: 'undo', undoes: target.id, cardId, deckId, ...momentFields(moment) },
			{ ...device, undoTop: target.below ?? 0 },
			random,
		);
		const { model } = rules.kept(device.rulesVersion) ?? (await rules.read(device.rulesVersion));
		const replayed = progressFrom(base?.progress ?? null, [...events, placed.event], model);
		const card: Card = { ...cardOfRow(row), ...replayed.progress };
		const undone = eventOfRow(target);
		const bases = base ? [base] : [];
		const difference = totalsDifference(
			totalsOf(events, bases),
			totalsOf([...events, placed.event], bases),
		);
		await Promise.all([
			db.events.add(placed.row),
			db.cards.put(cardRow(card, replayed.broughtForward)),
			db.devices.put(placed.device),
			addTotals(db, difference),
		]);
		written = placed;
		return { undone, card };
	});
	if (written) context.announce('log', written);
	return result;
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
