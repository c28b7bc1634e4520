import type { Audition } from '#lib/domain/audition/audition.ts';
import { auditionId, type AuditionId } from '#lib/domain/cards/ids.ts';
import { deleted, edited, isDeleted, stamped } from '#lib/domain/merge/record.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { changeContent } from './change-content.ts';
import type { GreenRoomDatabase } from './database.ts';
import { ID_BYTES } from './event-log.ts';
import type { StoreContext } from './store-context.ts';

/** An audition to keep; without an id it is a new one. */
export type AuditionDraft = Omit<Audition, 'id'> & { readonly id: AuditionId | null };

/** By date; deleted ones are left out. */
export async function readAuditions(db: GreenRoomDatabase): Promise<Audition[]> {
	const records = await db.auditions.toArray();
	return records
		.filter((record) => !isDeleted(record))
		.map(({ value }) => value)
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function saveAudition(context: StoreContext, draft: AuditionDraft): Promise<Audition> {
	const { db, clock, randomBytes } = context;
	const id = draft.id ?? auditionId(uuidV7(clock.now(), randomBytes(ID_BYTES)));
	const audition: Audition = { ...draft, id };
	return changeContent(context, async (stamp) => {
		const record = await db.auditions.get(id);
		await db.auditions.put(record ? edited(record, audition, stamp) : stamped(audition, stamp));
		return audition;
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
