import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import {
	longStatistics,
	type LongCount,
	type LongStatistic,
	type ResultOf,
} from './long-statistics.ts';

interface Kept<Name extends LongStatistic> {
	readonly state: string;
	readonly value: ResultOf<Name>;
}

/** A result that was kept, and whether anything has changed since. */
export interface KeptResult<Name extends LongStatistic> {
	readonly value: ResultOf<Name>;
	readonly isCurrent: boolean;
}

/** What was counted last, at once and without counting; null when it never was. */
export async function keptStatistic<Name extends LongStatistic>(
	db: GreenRoomDatabase,
	name: Name,
	count: LongCount,
): Promise<KeptResult<Name> | null> {
	const [row, state] = await Promise.all([db.meta.get(keyOf(name, count)), stateOf(db, count)]);
	const kept = row?.value as Kept<Name> | undefined;
	return kept ? { value: kept.value, isCurrent: kept.state === state } : null;
}

/** Counts anew unless nothing has changed, and keeps the result. */
export async function countStatistic<Name extends LongStatistic>(
	db: GreenRoomDatabase,
	name: Name,
	count: LongCount,
	progress: (share: number) => void,
): Promise<ResultOf<Name>> {
	const kept = await keptStatistic(db, name, count);
	if (kept?.isCurrent) return kept.value;
	// What is written while the count goes on may or may not be in it: the next look counts again.
	const state = await stateOf(db, count);
	const value = (await longStatistics[name](db, count, progress)) as ResultOf<Name>;
	await db.meta.put({ key: keyOf(name, count), value: { state, value } satisfies Kept<Name> });
	return value;
}

const KEY = 'statistics';

function keyOf(name: LongStatistic, { scope }: LongCount): string {
	return JSON.stringify([KEY, name, scope]);
}

/** A text that changes with everything that these statistics follow from. */
async function stateOf(db: GreenRoomDatabase, { today, parameters }: LongCount): Promise<string> {
	const [devices, cards] = await Promise.all([db.devices.toArray(), db.cards.count()]);
	const heads = devices.map(({ id, sequence, stamp }) => [id, sequence, stamp]);
	return JSON.stringify([today, parameters, cards, heads]);
}
