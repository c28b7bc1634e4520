import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

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

/** Browsers differ in how much of it they have; outside a secure context there is none. */
export type PartialStorage = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

export const PERSIST = 'persist';

/**
 * Asks the browser to keep the data when space runs short. Ask once, after the first real review: then
 * there is something to keep, and browsers judge by use.
 */
export async function persistStorage(
	db: GreenRoomDatabase,
	storage: PartialStorage = storageOfBrowser(),
): Promise<PersistAnswer> {
	const kept = await keptAnswer(db);
	if (kept) return kept;
	const answer = await ask(storage);
	await db.meta.put({ key: PERSIST, value: answer });
	return answer;
}

export async function storageStatus(
	db: GreenRoomDatabase,
	storage: PartialStorage = storageOfBrowser(),
): Promise<StorageStatus> {
	const nothing: StorageEstimate = {};
	const [answer, persisted, estimate] = await Promise.all([
		keptAnswer(db),
		storage.persisted?.().catch(() => false) ?? false,
		storage.estimate?.().catch(() => nothing) ?? nothing,
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

function storageOfBrowser(): PartialStorage {
	return 'storage' in navigator ? navigator.storage : {};
}
