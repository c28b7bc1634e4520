import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import type { GoalPlan } from '#lib/domain/audition/plan.ts';
import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import { nextStamp } from '#lib/domain/merge/hybrid-clock.ts';
import { isDeleted, edited } from '#lib/domain/merge/record.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { readPlanBasis } from './plan-basis.ts';

/** The meta row of the daily plan. */
export const PLAN = 'plan';

/** A promise that moved less than this is the same to the person. */
const NOTICED = 0.005;

export async function readDailyPlan(db: GreenRoomDatabase): Promise<DailyPlan | null> {
	const value = (await db.meta.get(PLAN))?.value;
	return isDailyPlan(value) ? value : null;
}

/**
 * Keeps a plan, and with each audition the readiness it promises. That alone doesn't make the plan out of date;
 * anything else that changed since it was begun does.
 */
export async function storeDailyPlan(
	context: StoreContext,
	plan: DailyPlan,
	moment: Moment,
): Promise<void> {
	const { db, clock } = context;
	const own = await context.device();
	const offsetAt = (at: number) => clock.utcOffsetMinutes(at);
	await db.transaction('rw', db.meta, db.auditions, db.devices, async () => {
		const before = await readPlanBasis(db, offsetAt, moment);
		const device = await deviceRow(db, own);
		const stamp = nextStamp(device.stamp, clock.now(), own);
		const promises = await Promise.all((plan.plan?.goals ?? []).map((goal) => promise(db, goal)));
		const changed = promises.filter((record) => record !== null);
		if (changed.length > 0) {
			await db.auditions.bulkPut(
				changed.map(({ record, predicted }) => edited(record, { predicted }, stamp)),
			);
			await db.devices.put({ ...device, stamp });
		}
		const isCurrent = before.text === plan.basis;
		const basis = isCurrent ? (await readPlanBasis(db, offsetAt, moment)).text : plan.basis;
		await db.meta.put({ key: PLAN, value: { ...plan, basis } });
	});
	context.announce('plan');
}

/** Without auditions there is nothing to plan. */
export async function dropDailyPlan(context: StoreContext): Promise<void> {
	await context.db.meta.delete(PLAN);
	context.announce('plan');
}

/** The record to write and what it is to promise; null when it promises as much already. */
async function promise(db: GreenRoomDatabase, { id, cards, readiness }: GoalPlan) {
	const stored = cards > 0 ? await db.auditions.get(id) : undefined;
	if (!stored || isDeleted(stored)) return null;
	const record = completeAudition(stored);
	const before = record.value.predicted;
	const predicted = Math.round(readiness.planned * 1000) / 1000;
	const isKnown = before !== null && Math.abs(before - predicted) < NOTICED;
	return isKnown ? null : { record, predicted };
}

function isDailyPlan(value: unknown): value is DailyPlan {
	return (
		typeof value === 'object' &&
		value !== null &&
		'studyDay' in value &&
		'basis' in value &&
		'goals' in value &&
		'held' in value &&
		'heldTomorrow' in value
	);
}
