import { isPlanned, type Audition } from '#lib/domain/audition/audition.ts';
import { goalKey } from '#lib/domain/audition/daily-plan.ts';
import { SPREAD_DAYS } from '#lib/domain/audition/spread-after.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { studyDayOf, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { readAuditions } from '#lib/storage/records/audition-store.ts';

/** Minutes the wall clock is ahead of UTC at an instant. */
export type OffsetAt = (at: number) => number;

export interface DatedAudition {
	readonly audition: Audition;
	/** The study day it is on. */
	readonly day: StudyDay;
}

/** What the plan of a day begins with. */
export interface PlanBasis {
	/** Changes with everything a plan follows from but the time of day. */
	readonly text: string;
	/** Those to plan for. */
	readonly ahead: readonly DatedAudition[];
	/** Those of the last days, whose overdue cards are being spread. */
	readonly over: readonly DatedAudition[];
}

/** Reads it from small tables alone; inside a transaction that holds `auditions` and `devices`. */
export async function readPlanBasis(
	db: GreenRoomDatabase,
	offsetAt: OffsetAt,
	{ at: now, studyDay, rolloverHour }: Moment,
): Promise<PlanBasis> {
	const [auditions, devices] = await Promise.all([readAuditions(db), db.devices.toArray()]);
	const dated = auditions.map((audition) => ({
		audition,
		day: studyDayOf(audition.at, offsetAt(audition.at), rolloverHour),
	}));
	const ahead = dated.filter(({ audition }) => isPlanned(audition, now));
	const over = dated.filter(
		({ audition, day }) => audition.at <= now && studyDay - day <= SPREAD_DAYS,
	);
	const keys = (list: readonly DatedAudition[]) => list.map(({ audition }) => goalKey(audition));
	const heads = devices.map(({ id, sequence, count, hash, stamp, rulesVersion }) =>
		[id, sequence, count, hash, stamp, rulesVersion].join(' '),
	);
	const text = JSON.stringify([studyDay, keys(ahead), keys(over), heads]);
	return { text, ahead, over };
}
