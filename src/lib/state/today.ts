import { nextAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { readiness } from '#lib/domain/audition/readiness.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { Counts } from '#lib/domain/queue/queue.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { StorageStatus } from '#lib/storage/persist-storage.ts';
import type { App } from './app.svelte.ts';

export interface DayDone {
	readonly studyDay: StudyDay;
	/** Reviews and practice together: showing up counts. */
	readonly answers: number;
}

/** The audition ahead, and how its cards would stand in the room. */
export interface NextAudition {
	readonly audition: Audition;
	/** Study days from today; 0 on the day itself. */
	readonly daysLeft: number;
	/** Mean retrievability then, 0 to 1; null when it has no cards. */
	readonly readiness: number | null;
}

/** What the Today screen tells. */
export interface Today {
	readonly counts: Counts;
	/** A guess from the pace of the last week; null when nothing is due. */
	readonly minutes: number | null;
	/** The last seven study days, today last. */
	readonly days: readonly DayDone[];
	readonly studyDay: StudyDay;
	readonly next: NextAudition | null;
	/** Nothing was ever answered on this device's collection. */
	readonly isFirstVisit: boolean;
	/** Why a backup is worth asking for: the browser may clear the cards, or much happened since the last one. */
	readonly backupReason: 'may be cleared' | 'overdue' | null;
}

/** Until there is a pace to go by. */
const SECONDS_A_CARD = 12;
const WEEK = 7;
const BACKUP_EVERY_MS = 14 * 86_400_000;
const WORTH_A_BACKUP = 50;
/** Where the browser promises nothing, a first evening's work is worth one. */
const WORTH_A_BACKUP_AT_RISK = 10;

export async function readToday(app: App): Promise<Today> {
	const now = app.now();
	const [gathered, totals, head, backupAt, storage, next] = await Promise.all([
		app.store.gather(null, now),
		app.store.totals(addDays(now.studyDay, 1 - WEEK), now.studyDay),
		app.store.headInfo(),
		app.store.lastBackupAt(),
		app.store.storageStatus(),
		readNextAudition(app, now.at),
	]);
	const { counts } = buildQueue(gathered, gathered.limits, now, app.settings);
	const cards = counts.new + counts.learning + counts.review;
	return {
		counts,
		minutes: cards === 0 ? null : Math.max(1, Math.round((cards * secondsACard(totals)) / 60)),
		days: Array.from({ length: WEEK }, (_, index) => {
			const studyDay = addDays(now.studyDay, index + 1 - WEEK);
			const done = totals.filter((day) => day.studyDay === studyDay);
			return { studyDay, answers: done.reduce((sum, day) => sum + day.answers + day.practice, 0) };
		}),
		studyDay: now.studyDay,
		next,
		isFirstVisit: head.eventCount === 0,
		backupReason:
			now.at - (backupAt ?? 0) > BACKUP_EVERY_MS ? reasonFor(head.eventCount, storage) : null,
	};
}

function reasonFor(entries: number, { answer, persisted }: StorageStatus): Today['backupReason'] {
	const mayBeCleared = answer !== null && !persisted;
	if (mayBeCleared && entries >= WORTH_A_BACKUP_AT_RISK) return 'may be cleared';
	return entries >= WORTH_A_BACKUP ? 'overdue' : null;
}

async function readNextAudition(app: App, now: number): Promise<NextAudition | null> {
	const audition = nextAudition(await app.store.auditions(), now);
	if (!audition) return null;
	const { at, deckIds } = audition;
	const decks = deckIds ?? (await app.store.decks()).map(({ id }) => id);
	const cards = await Promise.all(decks.map((id) => app.store.cardsOf(id)));
	const { rolloverHour } = app.settings;
	return {
		audition,
		daysLeft: daysBetween(app.now().studyDay, momentOf(app.clock, rolloverHour, at).studyDay),
		readiness: readiness(cards.flat(), at, app.model),
	};
}

function secondsACard(totals: readonly DailyTotals[]): number {
	const answers = totals.reduce((sum, day) => sum + day.answers, 0);
	const durationMs = totals.reduce((sum, day) => sum + day.durationMs, 0);
	return answers < 10 ? SECONDS_A_CARD : durationMs / answers / 1000;
}
