import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { StoredSession } from '#lib/storage/database/stored-session.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';

export const SESSION = 'session';

/** Begins a session at the present end of this device's log. */
export async function startSession(
	context: StoreContext,
	deckIds: readonly DeckId[] | null,
	moment: Moment,
): Promise<StoredSession> {
	const { db } = context;
	const own = await context.device();
	const session = await db.transaction('rw', db.meta, db.devices, async () => {
		const { sequence } = await deviceRow(db, own);
		const value: StoredSession = {
			studyDay: moment.studyDay,
			sinceSequence: sequence,
			deckIds: deckIds && [...deckIds],
		};
		await db.meta.put({ key: SESSION, value });
		return value;
	});
	context.announce('session');
	return session;
}

export async function currentSession({ db }: StoreContext): Promise<StoredSession | null> {
	const value = (await db.meta.get(SESSION))?.value;
	return isSession(value) ? value : null;
}

export async function endSession(context: StoreContext): Promise<void> {
	await context.db.meta.delete(SESSION);
	context.announce('session');
}

function isSession(value: unknown): value is StoredSession {
	return (
		typeof value === 'object' &&
		value !== null &&
		'studyDay' in value &&
		'sinceSequence' in value &&
		'deckIds' in value
	);
}
