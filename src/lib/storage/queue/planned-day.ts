import { goalsInForce, type CoveredGoal } from '#lib/domain/audition/daily-plan.ts';
import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { readDailyPlan } from '#lib/storage/planning/plan-store.ts';
import { readAuditions } from '#lib/storage/records/audition-store.ts';

/** What the plan of the day says of the queue. */
export interface PlannedDay {
	/** Whether all of a deck's cards come by the plan. */
	coversDeck(id: DeckId): boolean;
	/** Whether a card stays away unless the plan brings it. */
	leavesOut(row: Pick<CardRow, 'id' | 'deckId'>): boolean;
	/** The cards that the plan brings and that nobody answered since. */
	readonly rows: readonly CardRow[];
	readonly planned: ReadonlyMap<CardId, PlannedCard>;
}

/** Normal scheduling: nothing is left out or brought. */
export const noPlan: PlannedDay = {
	coversDeck: () => false,
	leavesOut: () => false,
	rows: [],
	planned: new Map(),
};

/** Reads two small tables and the day's own cards; inside a transaction that holds those and `meta`. */
export async function readPlannedDay(
	db: GreenRoomDatabase,
	decks: ReadonlySet<DeckId>,
	{ studyDay, at }: Moment,
): Promise<PlannedDay> {
	const kept = await readDailyPlan(db);
	if (kept === null) return noPlan;
	const goals = goalsInForce(kept, await readAuditions(db), studyDay, at);
	if (goals === null || kept.plan === null) return noPlan;
	const inForce = new Set(goals.map(({ id }) => id));
	const today = kept.plan.today.map((card, index) => ({ card, head: kept.heads[index] }));
	const brought = today.filter(({ card }) => inForce.has(card.goal));
	const rows = await db.cards.bulkGet(brought.map(({ card }) => card.id));
	const fresh = rows.flatMap((row, index) => {
		const isUntouched = row !== undefined && row.head === brought[index]?.head;
		return isUntouched && decks.has(row.deckId) ? [row] : [];
	});
	const ids = new Set(fresh.map(({ id }) => id));
	return {
		...coverage(goals, kept.held),
		rows: fresh,
		planned: new Map(
			brought.flatMap(({ card }) => (ids.has(card.id) ? [[card.id, card] as const] : [])),
		),
	};
}

/**
 * Which cards come by the plan of some auditions, and by that alone.
 *
 * @param held cards that wait for a later day
 */
export function coverage(goals: readonly CoveredGoal[], held: readonly CardId[]) {
	const isIn = (goal: CoveredGoal, id: DeckId) => goal.deckIds?.includes(id) ?? true;
	const whole = goals.filter(({ cardIds }) => cardIds === null);
	const coversDeck = (id: DeckId) => whole.some((goal) => isIn(goal, id));
	const single = new Set([...goals.flatMap(({ cardIds }) => cardIds ?? []), ...held]);
	return {
		coversDeck,
		leavesOut: ({ id, deckId }: Pick<CardRow, 'id' | 'deckId'>) =>
			coversDeck(deckId) || single.has(id),
	};
}
