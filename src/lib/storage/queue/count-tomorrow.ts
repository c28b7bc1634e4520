import { goalsInForce, type CoveredGoal } from '#lib/domain/audition/daily-plan.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { readDailyPlan } from '#lib/storage/planning/plan-store.ts';
import { readAuditions } from '#lib/storage/records/audition-store.ts';
import { inDeck } from '#lib/storage/records/card-store.ts';
import { readDecks } from '#lib/storage/records/deck-store.ts';
import { countDue } from './count-decks.ts';
import { coverage, noPlan } from './planned-day.ts';

const DAY_MS = 86_400_000;

/**
 * How many cards tomorrow will bring some decks: what falls due by itself, of cards that an audition covers as many as
 * today's plan expects of that day, and of those that one left overdue tomorrow's share.
 *
 * @param deckIds null: all decks
 */
export async function countTomorrow(
	context: StoreContext,
	now: Moment,
	deckIds: readonly DeckId[] | null,
): Promise<number> {
	const { db } = context;
	const tomorrow = { ...now, at: now.at + DAY_MS, studyDay: addDays(now.studyDay, 1) };
	const [kept, auditions] = await Promise.all([readDailyPlan(db), readAuditions(db)]);
	const goals = goalsInForce(kept, auditions, now.studyDay, now.at);
	if (!kept || !goals) return sumOf(await countDue(context, tomorrow), deckIds);

	const expected = kept.plan?.days.find(({ day }) => day === tomorrow.studyDay);
	const ahead = goals.filter(({ id }) => expected?.readiness.some(({ goal }) => goal === id));
	const covers = coverage(ahead, kept.heldTomorrow);
	const day = { ...noPlan, ...covers };
	const counts = await countDue(context, tomorrow, () => Promise.resolve(day));
	const others = sumOf(new Map([...counts].filter(([id]) => !covers.coversDeck(id))), deckIds);
	if (!expected || ahead.length === 0) return others;
	const share = deckIds === null ? 1 : await shareOf(db, ahead, deckIds);
	return others + Math.round((expected.reviews + expected.fresh) * share);
}

type DueCounts = Awaited<ReturnType<typeof countDue>>;

function sumOf(counts: DueCounts, deckIds: readonly DeckId[] | null): number {
	let sum = 0;
	for (const [id, { new: fresh, learning, review }] of counts) {
		if (deckIds?.includes(id) ?? true) sum += fresh + learning + review;
	}
	return sum;
}

/** The share of the covered cards that are in some decks, 0 to 1: a plan's days aren't told by deck. */
async function shareOf(
	db: GreenRoomDatabase,
	goals: readonly CoveredGoal[],
	deckIds: readonly DeckId[],
): Promise<number> {
	const { coversDeck } = coverage(goals, []);
	const single = new Set(goals.flatMap(({ cardIds }) => cardIds ?? []));
	const rows = await db.cards.bulkGet([...single]);
	let [inThese, all] = [0, 0];
	const add = (id: DeckId, cards: number) => {
		all += cards;
		if (deckIds.includes(id)) inThese += cards;
	};
	for (const row of rows) if (row && !coversDeck(row.deckId)) add(row.deckId, 1);
	for (const { id } of await readDecks(db)) {
		if (coversDeck(id)) add(id, await inDeck(db, id).count());
	}
	return all > 0 ? inThese / all : 0;
}
