import * as v from 'valibot';
import { list } from './backup-list.ts';
import { auditionId, deckId, stamp, text, time } from './backup-scalars.ts';
import { RESTORED_STAMP } from './restored-stamp.ts';

const written = v.optional(stamp, RESTORED_STAMP);

const audition = v.object({
	id: auditionId,
	name: text,
	at: time,
	deckIds: v.optional(v.nullable(list(deckId, 100_000)), null),
	stamps: v.optional(v.object({ id: written, name: written, at: written, deckIds: written }), {}),
	deleted: v.optional(v.nullable(stamp), null),
});

export const auditions = list(audition, 100_000);
