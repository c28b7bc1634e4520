import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { readPlanBasis, type PlanBasis } from './plan-basis.ts';
import { dropDailyPlan, PLAN, readDailyPlan, storeDailyPlan } from './plan-store.ts';

/** What a planner is told: where to read, and when it is. */
export interface PlanQuestion {
	/** Of the database. */
	readonly name: string;
	readonly moment: Moment;
}

/** Makes the day's plan: in a worker, or from `db` where no worker sees that. @throws when it can't */
export type DailyPlanner = (question: PlanQuestion, db: GreenRoomDatabase) => Promise<DailyPlan>;

/**
 * Sees that the kept plan is of today and of everything as it stands, under a lock: of two tabs one plans, the
 * other finds it done. A failure is kept too, with its reason; reviews then follow normal scheduling.
 */
export async function refreshPlan(
	context: StoreContext,
	moment: Moment,
	planner: DailyPlanner,
): Promise<void> {
	if (await isCurrent(context, moment)) return;
	await exclusively(`${context.db.name} plan`, async () => {
		if (await isCurrent(context, moment)) return;
		const basis = await basisNow(context, moment);
		if (basis.ahead.length + basis.over.length === 0) return dropDailyPlan(context);
		const question = { name: context.db.name, moment };
		const plan = await planner(question, context.db).catch((cause: unknown) =>
			failed(cause, basis, moment),
		);
		await storeDailyPlan(context, plan, moment);
	});
}

/** Lets a plan that failed be tried again. One that was made stays. */
export async function forgetFailure(context: StoreContext): Promise<void> {
	const { db } = context;
	const hadFailed = await db.transaction('rw', db.meta, async () => {
		if (!(await readDailyPlan(db))?.problem) return false;
		await db.meta.delete(PLAN);
		return true;
	});
	if (hadFailed) context.announce('session');
}

/** Whether the kept plan is the one that would be made now. */
async function isCurrent(context: StoreContext, moment: Moment): Promise<boolean> {
	const [basis, kept] = await Promise.all([basisNow(context, moment), readDailyPlan(context.db)]);
	if (basis.ahead.length + basis.over.length === 0) return kept === null;
	return kept?.basis === basis.text;
}

function basisNow({ db, clock }: StoreContext, moment: Moment): Promise<PlanBasis> {
	const offsetAt = (at: number) => clock.utcOffsetMinutes(at);
	return db.transaction('r', db.auditions, db.devices, () => readPlanBasis(db, offsetAt, moment));
}

function failed(cause: unknown, basis: PlanBasis, { at, studyDay }: Moment): DailyPlan {
	return {
		studyDay,
		madeAt: at,
		basis: basis.text,
		goals: [],
		plan: null,
		heads: [],
		held: [],
		heldTomorrow: [],
		problem: cause instanceof Error ? cause.message : String(cause),
	};
}
