import type { Audition } from '#lib/domain/audition/audition.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';
import { DAY, type Bench } from '#lib/storage/testing/testing-store.ts';
import { makeDailyPlan } from './make-daily-plan.ts';
import type { DailyPlanner } from './refresh-plan.ts';

/** For tests: plans here and not in a worker, and counts how often. */
export function plannerOn({ db, clock }: Bench) {
	const planner = Object.assign(
		((question) => {
			planner.plans++;
			return makeDailyPlan(db, clock.utcOffsetMinutes, question.moment);
		}) satisfies DailyPlanner,
		{ plans: 0 },
	);
	return planner;
}

/** A deck, an audition in ten days, and the plan for it. */
export async function planned(on: Bench, deck: SeedArticle, audition: Partial<Audition> = {}) {
	await on.store.seed([deck]);
	const saved = await auditionOn(on, audition);
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
	return saved;
}

/** An audition in ten days, if nothing else is said. */
export function auditionOn({ store, clock }: Bench, audition: Partial<Audition> = {}) {
	return store.saveAudition({ id: null, name: 'Hedda', at: clock.at + 10 * DAY, ...audition });
}

/** The day's cards as the review screen would show them. */
export async function queueOf({ store, clock }: Bench): Promise<CardId[]> {
	const moment = clock.moment();
	const gathered = await store.gather(null, moment);
	const queue = buildQueue(gathered, gathered.limits, moment, await store.settings());
	return [...queue.main, ...queue.learning].map(({ id }) => id).sort();
}

/** @throws when nothing was planned */
export async function planOf({ store }: Bench) {
	const kept = await store.dailyPlan();
	if (!kept?.plan) throw new Error('Nothing was planned.');
	return kept.plan;
}

export async function plannedIds(on: Bench): Promise<CardId[]> {
	return (await planOf(on)).today.map(({ id }) => id).sort();
}
