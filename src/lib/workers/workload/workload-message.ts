import type { StudySeconds } from '#lib/domain/programme/plan-input.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { WorkloadPoint } from '#lib/domain/workload/workload-input.ts';
import type { WorkloadSettings } from '#lib/storage/statistics/read-workload.ts';

/** What the worker is asked. It reads the cards itself. */
export interface WorkloadRequest {
	/** Name of the database. */
	readonly database: string;
	readonly settings: WorkloadSettings;
	readonly today: StudyDay;
}

export interface Workload {
	/** By retention; none without cards. */
	readonly points: readonly WorkloadPoint[];
	/** How many cards there are; suspended ones are left out. */
	readonly cards: number;
	readonly seconds: StudySeconds;
	/** Whether the seconds are this person's own. */
	readonly isOwn: boolean;
}

export type WorkloadAnswer =
	| { readonly kind: 'workload'; readonly workload: Workload }
	| { readonly kind: 'failed'; readonly reason: string };
