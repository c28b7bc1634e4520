import { Dexie } from 'dexie';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { isBroughtForward } from '#lib/domain/log/is-brought-forward.ts';
import { rescheduledDays } from '#lib/domain/scheduling/rescheduled-days.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import { ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';

/** Cards to a transaction: each stands by itself, so that no long one holds up an answer. */
const BATCH = 250;

/** How many due dates `moveDueDates` would move. */
export async function countMovableDueDates(context: StoreContext, moment: Moment): Promise<number> {
	return (await movedDays(context, moment)).size;
}

/**
 * Moves the due dates of cards in review to what the parameters and the desired retention in force say, by a
 * `reschedule` event each. A card that was answered meanwhile keeps what its answer promised.
 *
 * @returns how many were moved
 */
export async function moveDueDates(context: StoreContext, moment: Moment): Promise<number> {
	const days = await movedDays(context, moment);
	const entries = [...days];
	let moved = 0;
	for (let start = 0; start < entries.length; start += BATCH) {
		moved += await moveBatch(context, new Map(entries.slice(start, start + BATCH)), moment);
	}
	if (moved > 0) context.announce('log');
	return moved;
}

async function movedDays(context: StoreContext, moment: Moment): Promise<Map<CardId, StudyDay>> {
	const { db, rules } = context;
	const own = await context.device();
	return db.transaction('r', [db.cards, db.devices, db.settings], async () => {
		const { rulesVersion } = await deviceRow(db, own);
		const { settings, model } = rules.kept(rulesVersion) ?? (await rules.read(rulesVersion));
		const rows = await db.cards
			.where('[queue+deckId+rank]')
			.between(['review', Dexie.minKey], ['review', Dexie.maxKey])
			.toArray();
		return rescheduledDays(rows, model, settings, moment.studyDay);
	});
}

async function moveBatch(
	context: StoreContext,
	days: ReadonlyMap<CardId, StudyDay>,
	moment: Moment,
): Promise<number> {
	const { db, rules } = context;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES * days.size);
	const tables = [db.cards, db.events, db.devices, db.settings];
	return db.transaction('rw', tables, async () => {
		const [rows, first] = await Promise.all([
			db.cards.bulkGet([...days.keys()]),
			deviceRow(db, own),
		]);
		const { model } = rules.kept(first.rulesVersion) ?? (await rules.read(first.rulesVersion));
		let device = first;
		const cards: CardRow[] = [];
		const events: EventRow[] = [];
		for (const row of rows) {
			const day = row && days.get(row.id);
			if (!row || day === undefined || row.queue !== 'review') continue;
			if (row.due && 'day' in row.due && row.due.day === day) continue;
			const draft = {
				kind: 'reschedule',
				day,
				cardId: row.id,
				deckId: row.deckId,
				...momentFields(moment),
			} as const;
			const at = events.length * ID_BYTES;
			const placed = placeEvent(draft, device, random.subarray(at, at + ID_BYTES));
			const { event } = placed;
			const card = cardOfRow(row);
			const after: Card = { ...card, ...applyEvent(card, event, model) };
			cards.push(cardRow(after, isBroughtForward(event)));
			events.push(placed.row);
			device = placed.device;
		}
		await Promise.all([db.events.bulkAdd(events), db.cards.bulkPut(cards), db.devices.put(device)]);
		return events.length;
	});
}
