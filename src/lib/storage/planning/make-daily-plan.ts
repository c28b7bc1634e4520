import type { CoveredGoal, DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import { goalKey } from '#lib/domain/audition/daily-plan.ts';
import { daysOffOf } from '#lib/domain/audition/days-off.ts';
import { newCardOrder } from '#lib/domain/audition/new-card-order.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { makePlan } from '#lib/domain/planning/make-plan.ts';
import { PACE_DAYS, studyPace } from '#lib/domain/planning/study-pace.ts';
import type { Goal, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { readDecks } from '#lib/storage/records/deck-store.ts';
import { totalsBetween } from '#lib/storage/statistics/totals-store.ts';
import { cardsOfAudition } from './cards-of-audition.ts';
import { heldCards } from './held-cards.ts';
import { readPlanBasis, type DatedAudition, type OffsetAt } from './plan-basis.ts';
import { readDailyPlan } from './plan-store.ts';
import { secondsDone } from './seconds-done.ts';

/** Reads what a plan follows from and makes it. Reads every card of the auditions: work for a worker. */
export async function makeDailyPlan(
	db: GreenRoomDatabase,
	offsetAt: OffsetAt,
	moment: Moment,
): Promise<DailyPlan> {
	const { at: now, studyDay: today } = moment;
	const tables = [
		db.auditions,
		db.devices,
		db.cards,
		db.events,
		db.notes,
		db.decks,
		db.days,
		db.settings,
		db.meta,
	];
	const read = await db.transaction('r', tables, async () => ({
		basis: await readPlanBasis(db, offsetAt, moment),
		settings: settingsOf(await db.settings.toArray()),
		totals: await totalsBetween(db, addDays(today, 1 - PACE_DAYS), today),
		before: await readDailyPlan(db),
		cardsOf: await cardsByAudition(db, offsetAt, moment),
		done: await secondsDone(db, moment),
		decks: await readDecks(db),
	}));
	const { basis, settings, totals, before, cardsOf, done, decks } = read;
	const cardsIn = ({ audition }: DatedAudition) => cardsOf.get(audition.id) ?? [];
	const covered = new Map(basis.ahead.flatMap(cardsIn).map((card) => [card.id, card]));
	const input: PlanInput = {
		now,
		today,
		cards: newCardOrder([...covered.values()]),
		goals: basis.ahead.map((dated) => goalOf(dated, cardsIn(dated), moment)),
		parameters: settings.parameters,
		seconds: studyPace(totals),
		secondsDone: done,
		desiredRetention: settings.desiredRetention,
		maximumIntervalDays: settings.maximumIntervalDays,
		newPerDay: new Map(
			decks.map(({ id, options }) => [id, options.newPerDay ?? settings.newPerDay]),
		),
	};
	const plan = makePlan(input);
	const model = createMemoryModel(settings.parameters);
	return {
		studyDay: today,
		madeAt: now,
		basis: basis.text,
		goals: basis.ahead.map((dated) => coveredBy(dated, cardsIn(dated))),
		plan,
		heads: plan.today.map(({ id }) => covered.get(id)?.head ?? null),
		...heldCards(basis, cardsIn, before, new Set(plan.today.map(({ id }) => id)), moment, model),
		problem: null,
	};
}

async function cardsByAudition(db: GreenRoomDatabase, offsetAt: OffsetAt, moment: Moment) {
	const { ahead, over } = await readPlanBasis(db, offsetAt, moment);
	const lists = await Promise.all(
		[...ahead, ...over].map(
			async ({ audition }) => [audition.id, await cardsOfAudition(db, audition)] as const,
		),
	);
	return new Map(lists);
}

function goalOf(
	{ audition, day }: DatedAudition,
	cards: readonly Card[],
	{ studyDay }: Moment,
): Goal {
	return {
		id: audition.id,
		name: audition.name,
		at: audition.at,
		day,
		cardIds: cards.map(({ id }) => id),
		minutesPerDay: audition.minutesPerDay,
		daysOff: daysOffOf(audition, studyDay, day),
	};
}

function coveredBy({ audition }: DatedAudition, cards: readonly Card[]): CoveredGoal {
	return {
		id: audition.id,
		key: goalKey(audition),
		at: audition.at,
		deckIds: audition.deckIds,
		cardIds: audition.tags.length > 0 ? cards.map(({ id }) => id) : null,
	};
}
