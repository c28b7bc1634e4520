import type { CardId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { CalibrationCount } from '#lib/domain/statistics/calibration.ts';
import { CardCount } from '#lib/domain/statistics/card-figures.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type {
	LongCount,
	LongResults,
	LongStatistic,
} from '#lib/storage/statistics/kept-statistics.ts';
import { cardsOfScope } from '#lib/storage/statistics/statistics-scope.ts';
import { effectiveLog } from '#lib/workers/journal/effective-log.ts';

type Progress = (share: number) => void;

type Counts = {
	readonly [Name in LongStatistic]: (
		db: GreenRoomDatabase,
		count: LongCount,
		progress: Progress,
	) => Promise<LongResults[Name]>;
};

/** How the statistics that grow with the collection are counted: for a worker. */
export const longStatistics: Counts = {
	/** How the cards stand now. */
	cards: async (db, { scope, now, today, parameters }, progress) => {
		const count = new CardCount(now, today, createMemoryModel(parameters));
		for await (const cards of cardsOfScope(db, scope, progress)) {
			for (const card of cards) count.add(card);
		}
		return count.figures;
	},
	/** The totals of days, from the events of the cards that are in the scope now. */
	totals: async (db, { scope }, progress) => {
		const wanted = await cardIds(db, scope);
		const bases = await db.bases.toArray();
		const fold = new TotalsFold(bases.filter(({ cardId }) => wanted?.has(cardId) ?? true));
		for await (const { events } of effectiveLog(db, wanted, progress)) {
			for (const event of events) fold.add(event);
		}
		return fold.totals;
	},
	/** Predicted against actual recall, by the present parameters. */
	calibration: async (db, { scope, parameters }, progress) => {
		const count = new CalibrationCount(createMemoryModel(parameters));
		const wanted = await cardIds(db, scope);
		const bases = await db.bases.toArray();
		const baseOf = new Map(bases.map(({ cardId, progress: came }) => [cardId, came]));
		for await (const { cardId, events } of effectiveLog(db, wanted, progress)) {
			count.addCard(events, baseOf.get(cardId) ?? null);
		}
		return count.calibration;
	},
};

/** Null: all. */
async function cardIds(db: GreenRoomDatabase, scope: Scope): Promise<Set<CardId> | null> {
	if (scope.kind === 'all') return null;
	const ids = new Set<CardId>();
	for await (const cards of cardsOfScope(db, scope, () => undefined)) {
		for (const { id } of cards) ids.add(id);
	}
	return ids;
}
