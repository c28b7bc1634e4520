import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/**
 * Under this key `meta` counts how often everything was replaced on purpose, by a restore or a wipe. Sentinels
 * and journals of an earlier generation are history, not a loss.
 */
export const GENERATION = 'generation';

export async function readGeneration(db: GreenRoomDatabase): Promise<number> {
	const value = (await db.meta.get(GENERATION))?.value;
	return typeof value === 'number' ? value : 0;
}

/** Inside the transaction that replaces everything. @param beyond the new one is later than this, too */
export async function nextGeneration(db: GreenRoomDatabase, beyond = 0): Promise<void> {
	const value = Math.max(await readGeneration(db), beyond) + 1;
	await db.meta.put({ key: GENERATION, value });
}
