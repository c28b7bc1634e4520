import type { Card } from '#lib/domain/cards/card.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import { addToTotals, emptyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { standingOf } from '#lib/domain/statistics/standing.ts';
import type { Written } from '#lib/storage/context/change.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { bareTransaction, type BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import { cardOfRow, cardRow } from '#lib/storage/database/card-row.ts';
import { newDevice } from '#lib/storage/database/device-row.ts';
import { ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { readSettings } from '#lib/storage/records/settings-store.ts';
import type { Answered, AnswerRequest } from './answer-request.ts';

/**
 * One answer in one strict transaction: event, card, the day's totals, the device's counter.
 *
 * This is the time a person waits between two cards, hence the bare transaction: three reads go out
 * together, then four writes, and while these are on their way to the disk the next card is found.
 */
export async function answer(context: StoreContext, request: AnswerRequest): Promise<Answered> {
	const answered = await attempt(context, request);
	if (answered === 'new rules') {
		await readSettings(context);
		return answer(context, request);
	}
	return answered;
}

/** Writes nothing and says so when the settings have changed since they were read. */
async function attempt(
	context: StoreContext,
	request: AnswerRequest,
): Promise<Answered | 'new rules'> {
	const { db, rules } = context;
	const { rating, outcome, via } = request;
	const moment = momentFields(request.moment);
	const { studyDay } = moment;
	const durationMs = Math.max(0, Math.round(request.durationMs));
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const tables = [db.cards, db.events, db.days, db.devices];
	let written: Written | undefined;
	const write = async ({ get, put, add }: BareTransaction): Promise<Answered | 'new rules'> => {
		const [row, knownDevice, expectedDay] = await Promise.all([
			get(db.cards, request.card.id),
			get(db.devices, own),
			get(db.days, [studyDay, request.card.deckId]),
		]);
		const device = knownDevice ?? newDevice(own);
		const kept = rules.kept(device.rulesVersion);
		if (kept === null) return 'new rules';
		const card = row ? cardOfRow(row) : null;
		if (!card || card.head !== request.card.head) return { kind: 'stale', card };
		const { deckId } = card;
		const hasMoved = deckId !== request.card.deckId;
		const day = hasMoved ? await get(db.days, [studyDay, deckId]) : expectedDay;
		const draft = reviewDraft(card, moment, rating, outcome, durationMs, via);
		const placed = placeEvent(draft, device, random);
		const { event } = placed;
		const after: Card = { ...card, ...applyEvent(card, event, kept.model) };
		add(db.events, placed.row);
		put(db.cards, cardRow(after, false));
		put(db.days, addToTotals(day ?? emptyTotals(studyDay, deckId), event, standingOf(card), 1));
		put(db.devices, placed.device);
		written = placed;
		return { kind: 'done', card: after, event };
	};
	const answered = await bareTransaction(db, tables, write, (answered) => {
		if (answered !== 'new rules' && answered.kind === 'done') request.meanwhile?.(answered.card);
	});
	if (written) context.announce('log', written);
	return answered;
}
