import { plainAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { auditionId, type AuditionId } from '#lib/domain/cards/ids.ts';
import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import { deleted, edited, isDeleted, restored, stamped } from '#lib/domain/merge/record.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { changeContent } from './change-content.ts';

/** An audition to keep; without an id it is a new one. What is left out stays, or is plain in a new one. */
export type AuditionDraft = Partial<Omit<Audition, 'id'>> &
	Pick<Audition, 'name' | 'at'> & { readonly id: AuditionId | null };

/** By date; deleted ones are left out. */
export async function readAuditions(db: GreenRoomDatabase): Promise<Audition[]> {
	const records = await db.auditions.toArray();
	return records
		.filter((record) => !isDeleted(record))
		.map((record) => completeAudition(record).value)
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** One that was deleted meanwhile lives again: nothing typed is lost. */
export function saveAudition(context: StoreContext, draft: AuditionDraft): Promise<Audition> {
	const { db, clock, randomBytes } = context;
	const id = draft.id ?? auditionId(uuidV7(clock.now(), randomBytes(ID_BYTES)));
	return changeContent(context, async (stamp) => {
		const stored = await db.auditions.get(id);
		const before = stored && completeAudition(stored);
		const living = before && isDeleted(before) ? restored(before, stamp) : before;
		const record = living
			? edited(living, { ...draft, id }, stamp)
			: stamped<Audition>({ ...plainAudition, ...draft, id }, stamp);
		await db.auditions.put(record);
		return record.value;
	});
}

/** Leaves a tombstone. */
export function deleteAudition(context: StoreContext, id: AuditionId): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp) => {
		const record = await db.auditions.get(id);
		if (record) await db.auditions.put(deleted(record, stamp));
	});
}

/** Takes a deletion back: it is as it was. */
export function restoreAudition(context: StoreContext, id: AuditionId): Promise<void> {
	const { db } = context;
	return changeContent(context, async (stamp) => {
		const record = await db.auditions.get(id);
		if (record) await db.auditions.put(restored(completeAudition(record), stamp));
	});
}
