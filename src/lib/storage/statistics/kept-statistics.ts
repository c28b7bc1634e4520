import type { Calibration } from '#lib/domain/statistics/calibration.ts';
import type { CardFigures } from '#lib/domain/statistics/card-figures.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** What a long count is about. */
export interface LongCount {
	readonly scope: Scope;
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	readonly today: StudyDay;
	readonly parameters: readonly number[];
}

/** The statistics that grow with the collection, each kept until something changes. */
export interface LongResults {
	/** How the cards stand now. */
	readonly cards: CardFigures;
	/** The totals of days, from the events of the cards that are in the scope now. */
	readonly totals: DailyTotals[];
	/** Predicted against actual recall, by the present parameters. */
	readonly calibration: Calibration;
}

export type LongStatistic = keyof LongResults;

interface Kept<Name extends LongStatistic> {
	readonly state: string;
	readonly value: LongResults[Name];
}

/** A result that was kept, and whether anything has changed since. */
export interface KeptResult<Name extends LongStatistic> {
	readonly value: LongResults[Name];
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

/** Keeps what is counted, and counts only when something has changed. */
export async function keepStatistic<Name extends LongStatistic>(
	db: GreenRoomDatabase,
	name: Name,
	count: LongCount,
	counted: () => Promise<LongResults[Name]>,
): Promise<LongResults[Name]> {
	const kept = await keptStatistic(db, name, count);
	if (kept?.isCurrent) return kept.value;
	// What is written while the count goes on may or may not be in it: the next look counts again.
	const state = await stateOf(db, count);
	const value = await counted();
	await db.meta.put({ key: keyOf(name, count), value: { state, value } satisfies Kept<Name> });
	return value;
}

const KEY = 'statistics';

function keyOf(name: LongStatistic, { scope }: LongCount): string {
	return JSON.stringify([KEY, name, scope]);
}

/** Inside a transaction that changes cards behind the log, or replaces everything: nothing that was counted holds. */
export async function dropKeptStatistics(db: GreenRoomDatabase): Promise<void> {
	await db.meta
		.where('key')
		.startsWith(`[${JSON.stringify(KEY)},`)
		.delete();
}

/** A text that changes with everything that these statistics follow from. */
async function stateOf(db: GreenRoomDatabase, { today, parameters }: LongCount): Promise<string> {
	const [devices, cards] = await Promise.all([db.devices.toArray(), db.cards.count()]);
	const heads = devices.map(({ id, sequence, count, hash, stamp, rulesVersion }) =>
		[id, sequence, count, hash, stamp, rulesVersion].join(' '),
	);
	return JSON.stringify([today, parameters, cards, heads]);
}
