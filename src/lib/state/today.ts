import { PACE_DAYS, studyPace } from '#lib/domain/planning/study-pace.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { Counts } from '#lib/domain/queue/queue.ts';
import { secondsFor } from '#lib/domain/session/seconds-for.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { StorageStatus } from '#lib/storage/safety/persist-storage.ts';
import type { App } from './app.svelte.ts';

export interface DayDone {
	readonly studyDay: StudyDay;
	/** Reviews and practice together: showing up counts. */
	readonly answers: number;
}

/** What the Today screen tells. */
export interface Today {
	readonly counts: Counts;
	/** A guess by one's own pace, as the plan of an audition makes it; null when nothing is due. */
	readonly minutes: number | null;
	/** The last seven study days, today last. */
	readonly days: readonly DayDone[];
	readonly studyDay: StudyDay;
	/** Nothing was ever answered on this device's collection. */
	readonly isFirstVisit: boolean;
	/** When nothing is due: how many new cards could come today if the limit let them. */
	readonly more: number;
	/** Why a backup is worth asking for: the browser may clear the cards, or much happened since the last one. */
	readonly backupReason: 'may be cleared' | 'overdue' | null;
}

const WEEK = 7;
/** What "learn more" asks for, of each deck. */
export const MORE_NEW_CARDS = 10;
const BACKUP_EVERY_MS = 14 * 86_400_000;
const WORTH_A_BACKUP = 50;
/** Where the browser promises nothing, a first evening's work is worth one. */
const WORTH_A_BACKUP_AT_RISK = 10;

/** By index and counter only: it takes no longer with a hundred thousand cards than with eighty. */
export async function readToday(app: App): Promise<Today> {
	const now = app.now();
	const [gathered, totals, head, backupAt, storage] = await Promise.all([
		app.store.gather(null, now),
		app.store.totals(addDays(now.studyDay, 1 - PACE_DAYS), now.studyDay),
		app.store.headInfo(),
		app.store.lastBackupAt(),
		app.store.storageStatus(),
	]);
	const { counts } = buildQueue(gathered, gathered.limits, now, app.settings);
	const cards = counts.new + counts.learning + counts.review;
	const seconds = secondsFor(counts, studyPace(totals), app.settings.desiredRetention);
	return {
		counts,
		minutes: cards === 0 ? null : Math.ceil(seconds / 60),
		days: Array.from({ length: WEEK }, (_, index) => {
			const studyDay = addDays(now.studyDay, index + 1 - WEEK);
			const done = totals.filter((day) => day.studyDay === studyDay);
			return { studyDay, answers: done.reduce((sum, day) => sum + day.answers + day.practice, 0) };
		}),
		studyDay: now.studyDay,
		more: cards === 0 ? await newCardsBeyond(app, now) : 0,
		isFirstVisit: head.eventCount === 0,
		backupReason:
			now.at - (backupAt ?? 0) > BACKUP_EVERY_MS ? reasonFor(head.eventCount, storage) : null,
	};
}

async function newCardsBeyond({ store, settings }: App, now: Moment): Promise<number> {
	const gathered = await store.gather(null, now, MORE_NEW_CARDS);
	return buildQueue(gathered, gathered.limits, now, settings).counts.new;
}

function reasonFor(entries: number, { answer, persisted }: StorageStatus): Today['backupReason'] {
	const mayBeCleared = answer !== null && !persisted;
	if (mayBeCleared && entries >= WORTH_A_BACKUP_AT_RISK) return 'may be cleared';
	return entries >= WORTH_A_BACKUP ? 'overdue' : null;
}
