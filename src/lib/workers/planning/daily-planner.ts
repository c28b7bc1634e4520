import { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { placeOf } from '#lib/storage/database/place.ts';
import { makeDailyPlan } from '#lib/storage/planning/make-daily-plan.ts';
import type { PlanQuestion } from '#lib/storage/planning/refresh-plan.ts';
import type { PlanAnswer } from './ask-daily-planner.ts';

/** A worker: a `PlanQuestion` comes in; the day's plan, or why there is none, goes out. */
addEventListener('message', ({ data }: MessageEvent<PlanQuestion>) => void answer(data));

async function answer(question: PlanQuestion): Promise<void> {
	postMessage(await planFor(question));
}

async function planFor({ name, moment }: PlanQuestion): Promise<PlanAnswer> {
	const db = new GreenRoomDatabase(name, await placeOf(name));
	try {
		await db.open();
		return { ok: true, plan: await makeDailyPlan(db, localOffset, moment) };
	} catch (cause) {
		return { ok: false, problem: cause instanceof Error ? cause.message : String(cause) };
	} finally {
		db.close();
	}
}

function localOffset(at: number): number {
	return 0 - new Date(at).getTimezoneOffset();
}
