import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

const MORE = 'more-new-cards';

/** New cards that each deck may show on that day beyond its limit, because the person asked for more. */
export async function moreNewCards(db: GreenRoomDatabase, today: StudyDay): Promise<number> {
	const value: unknown = (await db.meta.get(MORE))?.value;
	return isMore(value) && value.studyDay === today ? value.count : 0;
}

/** Lifts the limit of each deck for the rest of the moment's study day. */
export async function allowMore(
	context: StoreContext,
	{ studyDay }: Moment,
	count: number,
): Promise<void> {
	const { db } = context;
	await db.transaction('rw', db.meta, async () => {
		const before = await moreNewCards(db, studyDay);
		await db.meta.put({ key: MORE, value: { studyDay, count: before + count } satisfies More });
	});
	context.announce('session');
}

interface More {
	readonly studyDay: StudyDay;
	readonly count: number;
}

function isMore(value: unknown): value is More {
	return typeof value === 'object' && value !== null && 'studyDay' in value && 'count' in value;
}
