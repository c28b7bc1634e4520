import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { EventDraft, LastingEvent } from '#lib/domain/log/event.ts';
import { isBroughtForward } from '#lib/domain/log/is-brought-forward.ts';
import type { Written } from '#lib/storage/context/change.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import { ID_BYTES, placeEvent } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';

/** What is done to a card by hand: no answer, so no day's totals change. */
export type HandDraft = Exclude<EventDraft, { kind: 'undo' | 'practice' | 'review' }>;

export interface Recorded {
	/** As stored now; null when there is no such card. */
	readonly card: Card | null;
	/** Null when nothing was written. */
	readonly event: Extract<LastingEvent, { kind: HandDraft['kind'] }> | null;
}

/**
 * One event on one card, in one strict transaction: event, card, the device's counter.
 *
 * @param decide looks at the stored card and answers with the event; null writes nothing
 */
export async function recordOnCard(
	context: StoreContext,
	id: CardId,
	decide: (row: CardRow) => HandDraft | null,
): Promise<Recorded> {
	const { db, rules } = context;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	let written: Written | undefined;
	const recorded = await db.transaction(
		'rw',
		[db.cards, db.events, db.devices, db.settings],
		async (): Promise<Recorded> => {
			const [row, device] = await Promise.all([db.cards.get(id), deviceRow(db, own)]);
			if (!row) return { card: null, event: null };
			const card = cardOfRow(row);
			const draft = decide(row);
			if (draft === null) return { card, event: null };
			const placed = placeEvent(draft, device, random);
			const { event } = placed;
			const { model } = rules.kept(device.rulesVersion) ?? (await rules.read(device.rulesVersion));
			const after: Card = { ...card, ...applyEvent(card, event, model) };
			await Promise.all([
				db.events.add(placed.row),
				db.cards.put(cardRow(after, isBroughtForward(event))),
				db.devices.put(placed.device),
			]);
			written = placed;
			return { card: after, event };
		},
	);
	if (written) context.announce('log', written);
	return recorded;
}
