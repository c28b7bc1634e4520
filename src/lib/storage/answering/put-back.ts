import type { Card } from '#lib/domain/cards/card.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { UndoableAnswer } from '#lib/storage/context/known-rows.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { confirm, readTouched } from '#lib/storage/context/touched-rows.ts';
import { bareTransaction, type BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import { cardOfRow } from '#lib/storage/database/card-row.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { placeUndo } from './place-undo.ts';
import type { Undone } from './undone.ts';

/**
 * Takes back an answer of this tab by putting back the rows that it replaced.
 *
 * @throws {OvertakenError} when the rows are not as that answer left them: nothing is written then
 */
export async function putBack(
	context: StoreContext,
	moment: Moment,
	{ answer: { event, before }, rows }: UndoableAnswer,
	meanwhile?: (card: Card) => void,
): Promise<Undone> {
	const { db } = context;
	const { cardId, deckId, studyDay, device } = event;
	const random = context.randomBytes(ID_BYTES);
	const placed = placeUndo(event, moment, rows.device, random);
	const undone = { undone: eventOfRow(event), card: cardOfRow(before.card) };
	const tables = [db.cards, db.events, db.days, db.devices];
	const write = async ({ get, put, add, remove }: BareTransaction) => {
		const reading = readTouched(db, get, { cardId, deckId, studyDay, device });
		add(db.events, placed.row);
		put(db.cards, before.card);
		if (before.day) put(db.days, before.day);
		else remove(db.days, [studyDay, deckId]);
		put(db.devices, placed.device);
		await confirm(rows, reading);
	};
	await bareTransaction(db, tables, write, () => meanwhile?.(undone.card));
	context.known.undone(event.id, placed.device);
	context.announce('log', placed);
	return undone;
}
