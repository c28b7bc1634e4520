import type { Card } from '#lib/domain/cards/card.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import { addToTotals, emptyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { standingOf } from '#lib/domain/statistics/standing.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { RecentAnswer } from '#lib/storage/context/known-rows.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import {
	confirm,
	onKnownRows,
	OvertakenError,
	readTouched,
	type TouchedRows,
} from '#lib/storage/context/touched-rows.ts';
import { bareTransaction, type BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import { cardOfRow, cardRow } from '#lib/storage/database/card-row.ts';
import { newDevice, type DeviceRow } from '#lib/storage/database/device-row.ts';
import { ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { readSettings } from '#lib/storage/records/settings-store.ts';
import type { Answered, AnswerRequest } from './answer-request.ts';

/**
 * One answer in one strict transaction: event, card, the day's totals, the device's counter.
 *
 * This is the time a person waits between two cards, hence the bare transaction: three reads and four writes
 * go out together where the rows were read ahead, else one after the other; and while they are on their way to
 * the disk the next card is found.
 */
export async function answer(context: StoreContext, request: AnswerRequest): Promise<Answered> {
	const known = context.known.forAnswer(request.card, request.moment.studyDay);
	const answered = await onKnownRows(known, (rows) => attempt(context, request, rows));
	if (answered === 'new rules') {
		await readSettings(context);
		return answer(context, request);
	}
	return answered;
}

/** Reads ahead, while a person thinks, the rows that an answer to this card will touch. */
export async function expectAnswer(
	context: StoreContext,
	card: Card,
	studyDay: StudyDay,
): Promise<void> {
	const { db, known } = context;
	const device = await context.device();
	const keys = { cardId: card.id, deckId: card.deckId, studyDay, device };
	const rows = await db.transaction('r', [db.cards, db.days, db.devices], () =>
		readTouched(db, (table, key) => table.get(key), keys),
	);
	known.readAhead(studyDay, rows);
}

/** Writes nothing and says so when the settings have changed since they were read. */
async function attempt(
	context: StoreContext,
	request: AnswerRequest,
	expected: TouchedRows | null,
): Promise<Answered | 'new rules'> {
	const { db } = context;
	const { id: cardId, deckId } = request.card;
	const { studyDay } = request.moment;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const tables = [db.cards, db.events, db.days, db.devices];
	const write = async ({ get, put, add }: BareTransaction): Promise<Attempted> => {
		const reading = readTouched(db, get, { cardId, deckId, studyDay, device: own });
		const { card, day, device = newDevice(own) } = expected ?? (await reading);
		const kept = context.rules.kept(device.rulesVersion);
		if (kept === null && expected) throw new OvertakenError();
		if (kept === null) return 'new rules';
		if (card?.head !== request.card.head) {
			return { kind: 'stale', card: card ? cardOfRow(card) : null };
		}
		const hasMoved = card.deckId !== deckId;
		const ofDay = hasMoved ? await get(db.days, [studyDay, card.deckId]) : day;
		const before = { card, day: ofDay };
		const { placed, after } = written(request, { ...before, device }, kept.model, random);
		add(db.events, placed.row);
		put(db.cards, after.card);
		put(db.days, after.day);
		put(db.devices, after.device);
		if (expected) await confirm(expected, reading);
		const { event } = placed;
		return {
			kind: 'done',
			card: cardOfRow(after.card),
			event,
			recent: { event: placed.row, before, after },
		};
	};
	const attempted = await bareTransaction(db, tables, write, (attempted) => {
		if (attempted !== 'new rules' && attempted.kind === 'done') request.meanwhile?.(attempted.card);
	});
	if (attempted === 'new rules' || attempted.kind === 'stale') return attempted;
	const { recent, ...answered } = attempted;
	context.known.answered(recent);
	context.announce('log', { event: answered.event, device: recent.after.device });
	return answered;
}

type Attempted =
	| 'new rules'
	| Extract<Answered, { kind: 'stale' }>
	| (Extract<Answered, { kind: 'done' }> & { readonly recent: RecentAnswer });

/** The event, and the rows as they are with it. */
function written(
	{ rating, outcome, durationMs, via, ...request }: AnswerRequest,
	{ card, day, device }: RecentAnswer['before'] & { readonly device: DeviceRow },
	model: MemoryModel,
	random: Uint8Array,
) {
	const before = cardOfRow(card);
	const moment = momentFields(request.moment);
	const duration = Math.max(0, Math.round(durationMs));
	const placed = placeEvent(
		reviewDraft(before, moment, rating, outcome, duration, via),
		device,
		random,
	);
	const { event } = placed;
	const totals = day ?? emptyTotals(moment.studyDay, card.deckId);
	const after = {
		card: cardRow({ ...before, ...applyEvent(before, event, model) }, false),
		day: addToTotals(totals, event, standingOf(before), 1),
		device: placed.device,
	};
	return { placed, after };
}
