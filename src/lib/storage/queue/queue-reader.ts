import type { Deck } from '#lib/domain/cards/deck.ts';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import { learnAheadMs } from '#lib/domain/queue/learn-ahead.ts';
import type { Limit } from '#lib/domain/queue/queue.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { startOfStudyDay } from '#lib/domain/time/start-of-study-day.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { totalsBetween } from '#lib/storage/statistics/totals-store.ts';
import { readDeckQueues } from './deck-queues.ts';
import type { Gathered } from './gathered.ts';
import { moreNewCards } from './more-new-cards.ts';
import { readPlannedDay } from './planned-day.ts';

/**
 * The cards that may come today, by index: what is read depends on the limits and on what is due, not on
 * how many cards there are.
 *
 * @param deckIds null: all decks
 * @param more new cards that each deck may show beyond what it may today
 * @param plannedDay what the plan says of the day, read inside the same transaction
 */
export async function gather(
	context: StoreContext,
	deckIds: readonly DeckId[] | null,
	moment: Moment,
	more = 0,
	plannedDay: typeof readPlannedDay = readPlannedDay,
): Promise<Gathered> {
	const { db, rules } = context;
	const own = await context.device();
	const today = moment.studyDay;
	const horizon = lastInstant(context.clock, moment);
	const tables = [db.cards, db.decks, db.days, db.devices, db.settings, db.auditions, db.meta];
	return db.transaction('r', tables, async () => {
		const [device, decks, allTotals, answered, asked] = await Promise.all([
			deviceRow(db, own),
			chosenDecks(db, deckIds),
			totalsBetween(db, today, today),
			answeredToday(db, today),
			moreNewCards(db, today),
		]);
		const { settings } = rules.kept(device.rulesVersion) ?? (await rules.read(device.rulesVersion));
		const chosen = new Set(decks.map(({ id }) => id));
		const plan = await plannedDay(db, chosen, moment);
		const totals = allTotals.filter(({ deckId }) => chosen.has(deckId));
		const seenNotes = new Set(answered.map(({ noteId }) => noteId));
		const avoided = settings.burySiblings ? seenNotes : null;
		const limits = new Map(
			decks.map((deck) => [deck.id, limitOf(deck, settings, totals, asked + more)]),
		);
		const queues = await Promise.all(
			[...limits].map(([id, limit]) =>
				readDeckQueues(db, id, limit, { today, horizon, avoided, plan }),
			),
		);
		const cards = (name: keyof (typeof queues)[number]) =>
			queues.flatMap((queue) => queue[name]).map(cardOfRow);
		const brought = cards('brought');
		return {
			learning: cards('learning'),
			due: [...cards('dayLearning'), ...cards('reviews'), ...brought, ...plan.rows.map(cardOfRow)],
			fresh: cards('fresh'),
			broughtForward: new Set(brought.map(({ id }) => id)),
			planned: plan.planned,
			seenNotes,
			doneToday: {
				new: totals.reduce((sum, { introduced }) => sum + introduced, 0),
				reviews: totals.reduce((sum, { reviews }) => sum + reviews, 0),
			},
			lastNote: latestOf(answered)?.noteId ?? null,
			limits,
		};
	});
}

/** Learning cards due up to this instant belong to today: the day's end, or a little later to learn ahead. */
function lastInstant(clock: Clock, { at, rolloverHour, studyDay }: Moment): number {
	const offsetAt = (instant: number) => clock.utcOffsetMinutes(instant);
	const end = startOfStudyDay(addDays(studyDay, 1), offsetAt, rolloverHour) - 1;
	return Math.max(end, at + learnAheadMs);
}

async function chosenDecks(
	db: GreenRoomDatabase,
	deckIds: readonly DeckId[] | null,
): Promise<Deck[]> {
	const records =
		deckIds === null ? await db.decks.toArray() : await db.decks.bulkGet([...new Set(deckIds)]);
	return records.flatMap((record) => (record && !isDeleted(record) ? [record.value] : []));
}

function answeredToday(db: GreenRoomDatabase, today: StudyDay): Promise<CardRow[]> {
	return db.cards.where('lastReviewedDay').aboveOrEqual(today).toArray();
}

/** What the day's totals leave of a deck's limits. */
function limitOf(
	deck: Deck,
	settings: Settings,
	totals: readonly DailyTotals[],
	more: number,
): Limit {
	const done = totals.find(({ deckId }) => deckId === deck.id);
	const newPerDay = deck.options.newPerDay ?? settings.newPerDay;
	const reviewsPerDay = deck.options.reviewsPerDay ?? settings.reviewsPerDay;
	return {
		newLeft: Math.max(0, newPerDay + more - (done?.introduced ?? 0)),
		reviewsLeft: Math.max(0, reviewsPerDay - (done?.reviews ?? 0)),
	};
}

function latestOf(answered: readonly CardRow[]): CardRow | undefined {
	const at = (row: CardRow) => row.lastReviewedAt ?? 0;
	return answered.reduce<CardRow | undefined>(
		(latest, row) => (!latest || at(row) > at(latest) ? row : latest),
		undefined,
	);
}
