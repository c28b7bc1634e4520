import type { CardId, DeckId, DeviceId } from '#lib/domain/cards/ids.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';

/** What an answer and its undo read and write again, beside the event: a card, a day of its deck, the device. */
export interface TouchedRows {
	readonly card: CardRow | undefined;
	readonly day: DailyTotals | undefined;
	readonly device: DeviceRow | undefined;
}

/** Which rows these are. */
export interface TouchedKeys {
	readonly cardId: CardId;
	readonly deckId: DeckId;
	readonly studyDay: StudyDay;
	readonly device: DeviceId;
}

/** Reads them, all at once. Whoever writes beside it awaits it before the commit: until then a failure is nobody's. */
export function readTouched(
	db: GreenRoomDatabase,
	get: BareTransaction['get'],
	{ cardId, deckId, studyDay, device }: TouchedKeys,
): Promise<TouchedRows> {
	const reading = Promise.all([
		get(db.cards, cardId),
		get(db.days, [studyDay, deckId]),
		get(db.devices, device),
	]).then(([card, day, own]): TouchedRows => ({ card, day, device: own }));
	reading.catch(() => undefined);
	return reading;
}

/**
 * Runs a transaction that writes at once what follows from rows as they were last seen, and reads these beside
 * it: a round to the database less. Where they turn out to be others, it throws `OvertakenError`, which undoes
 * all it wrote, and runs again on what is there.
 *
 * @param attempt null: nothing is known, read first
 */
export async function onKnownRows<Known, T>(
	known: Known | null,
	attempt: (known: Known | null) => Promise<T>,
): Promise<T> {
	try {
		return await attempt(known);
	} catch (error) {
		if (!(error instanceof OvertakenError)) throw error;
		return attempt(null);
	}
}

/** What was known of some rows no longer holds. */
export class OvertakenError extends Error {}

/** @throws {OvertakenError} unless the rows are as they were expected to be */
export async function confirm(expected: TouchedRows, reading: Promise<TouchedRows>): Promise<void> {
	if (JSON.stringify(expected) !== JSON.stringify(await reading)) throw new OvertakenError();
}
