import { Dexie } from 'dexie';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** Totals of study days, both ends included, one entry for each day and deck. */
export function totalsBetween(
	db: GreenRoomDatabase,
	fromDay: StudyDay,
	toDay: StudyDay,
): Promise<DailyTotals[]> {
	return db.days
		.where('[studyDay+deckId]')
		.between([fromDay, Dexie.minKey], [toDay, Dexie.maxKey], true, true)
		.toArray();
}
