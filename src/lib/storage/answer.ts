import type { Card } from '#lib/domain/cards/card.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import { addToTotals, emptyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Answered, AnswerRequest } from './answer-request.ts';
import { cardOfRow, cardRow } from './card-row.ts';
import { ID_BYTES, momentFields, placeEvent } from './event-log.ts';
import { deviceRow } from './own-device.ts';
import type { StoreContext } from './store-context.ts';

/**
 * One answer in one strict transaction: event, card, the day's totals, the device's counter.
 *
 * This is the time a person waits between two cards: three reads go out together, then four writes, and
 * nothing but the database is awaited.
 */
export async function answer(context: StoreContext, request: AnswerRequest): Promise<Answered> {
	const { db, rules } = context;
	const { rating, outcome, via } = request;
	const moment = momentFields(request.moment);
	const { studyDay } = moment;
	const durationMs = Math.max(0, Math.round(request.durationMs));
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const answered = await db.transaction(
		'rw',
		[db.cards, db.events, db.days, db.devices, db.settings],
		async (): Promise<Answered> => {
			const [row, device, expectedDay] = await Promise.all([
				db.cards.get(request.card.id),
				deviceRow(db, own),
				db.days.get([studyDay, request.card.deckId]),
			]);
			const card = row ? cardOfRow(row) : null;
			if (!card || card.head !== request.card.head) return { kind: 'stale', card };
			const { deckId } = card;
			const day =
				deckId === request.card.deckId ? expectedDay : await db.days.get([studyDay, deckId]);
			const draft = reviewDraft(card, moment, rating, outcome, durationMs, via);
			const placed = placeEvent(draft, device, random);
			const { event } = placed;
			const { model } = rules.kept(device.rulesVersion) ?? (await rules.read(device.rulesVersion));
			const after: Card = { ...card, ...applyEvent(card, event, model) };
			await Promise.all([
				db.events.add(placed.row),
				db.cards.put(cardRow(after, false)),
				db.days.put(addToTotals(day ?? emptyTotals(studyDay, deckId), event, 1)),
				db.devices.put(placed.device),
			]);
			return { kind: 'done', card: after, event };
		},
	);
	if (answered.kind === 'done') context.announce('log');
	return answered;
}
