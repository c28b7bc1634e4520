import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { storageOf, type PartialStorage } from '#lib/storage/database/place.ts';

/** What the browser answered when it was asked to keep the data. */
export type PersistAnswer = 'granted' | 'refused' | 'unsupported';

export interface StorageStatus {
	/** Null before it was asked. */
	readonly answer: PersistAnswer | null;
	/** Whether the browser promises, at present, to evict nothing by itself. */
	readonly persisted: boolean;
	/** Bytes; null where the browser does not say. */
	readonly usage: number | null;
	readonly quota: number | null;
}

export const PERSIST = 'persist';

/**
 * Asks the browser to keep the data when space runs short. Ask once, after the first real review: then
 * there is something to keep, and browsers judge by use.
 */
export async function persistStorage(
	db: GreenRoomDatabase,
	storage?: PartialStorage,
): Promise<PersistAnswer> {
	const kept = await keptAnswer(db);
	if (kept) return kept;
	const answer = await ask(storage ?? (await storageOf(db.name)));
	await db.meta.put({ key: PERSIST, value: answer });
	return answer;
}

/** @param storage by default that of the place which the database is in */
export async function storageStatus(
	db: GreenRoomDatabase,
	storage?: PartialStorage,
): Promise<StorageStatus> {
	const asked = storage ?? (await storageOf(db.name));
	const nothing: StorageEstimate = {};
	const [answer, persisted, estimate] = await Promise.all([
		keptAnswer(db),
		asked.persisted?.().catch(() => false) ?? false,
		asked.estimate?.().catch(() => nothing) ?? nothing,
	]);
	return { answer, persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
}

async function ask(storage: PartialStorage): Promise<PersistAnswer> {
	if (!storage.persist) return 'unsupported';
	return (await storage.persist().catch(() => false)) ? 'granted' : 'refused';
}

async function keptAnswer(db: GreenRoomDatabase): Promise<PersistAnswer | null> {
	const value = (await db.meta.get(PERSIST))?.value;
	return value === 'granted' || value === 'refused' || value === 'unsupported' ? value : null;
}
