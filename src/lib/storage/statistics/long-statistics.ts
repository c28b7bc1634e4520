import type { CardId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { CalibrationCount, type Calibration } from '#lib/domain/statistics/calibration.ts';
import { CardCount, type CardFigures } from '#lib/domain/statistics/card-figures.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsByCard } from '#lib/storage/log/events-by-card.ts';
import { cardsOfScope } from './statistics-scope.ts';

/** What a long count is about. */
export interface LongCount {
	readonly scope: Scope;
	/** Milliseconds since 1970, UTC. */
	readonly now: number;
	readonly today: StudyDay;
	readonly parameters: readonly number[];
}

type Progress = (share: number) => void;

/** The statistics that grow with the collection: for a worker, each kept until something changes. */
export const longStatistics = {
	/** How the cards stand now. */
	cards: async (db, { scope, now, today, parameters }, progress): Promise<CardFigures> => {
		const count = new CardCount(now, today, createMemoryModel(parameters));
		for await (const cards of cardsOfScope(db, scope, progress)) {
			for (const card of cards) count.add(card);
		}
		return count.figures;
	},
	/** The totals of days, from the events of the cards that are in the scope now. */
	totals: async (db, { scope }, progress): Promise<DailyTotals[]> => {
		const wanted = await cardIds(db, scope);
		const bases = await db.bases.toArray();
		const fold = new TotalsFold(bases.filter(({ cardId }) => wanted?.has(cardId) ?? true));
		for await (const { events } of eventsByCard(db, wanted, progress)) {
			for (const event of effectiveEvents(events)) fold.add(event);
		}
		return fold.totals;
	},
	/** Predicted against actual recall, by the present parameters. */
	calibration: async (db, { scope, parameters }, progress): Promise<Calibration> => {
		const count = new CalibrationCount(createMemoryModel(parameters));
		const wanted = await cardIds(db, scope);
		const bases = await db.bases.toArray();
		const baseOf = new Map(bases.map(({ cardId, progress: came }) => [cardId, came]));
		for await (const { cardId, events } of eventsByCard(db, wanted, progress)) {
			count.addCard(events, baseOf.get(cardId) ?? null);
		}
		return count.calibration;
	},
} satisfies Record<
	string,
	(db: GreenRoomDatabase, count: LongCount, progress: Progress) => Promise<unknown>
>;

export type LongStatistic = keyof typeof longStatistics;
export type ResultOf<Name extends LongStatistic> = Awaited<
	ReturnType<(typeof longStatistics)[Name]>
>;

/** Null: all. */
async function cardIds(db: GreenRoomDatabase, scope: Scope): Promise<Set<CardId> | null> {
	if (scope.kind === 'all') return null;
	const ids = new Set<CardId>();
	for await (const cards of cardsOfScope(db, scope, () => undefined)) {
		for (const { id } of cards) ids.add(id);
	}
	return ids;
}
