import * as v from 'valibot';
import { audition } from './backup-audition.ts';
import { base, card } from './backup-card.ts';
import { deck, note } from './backup-content.ts';
import { review } from './backup-review.ts';
import { count, deviceId, stamp, text, time } from './backup-scalars.ts';

const device = v.object({
	id: deviceId,
	sequence: count,
	lastEventAt: time,
	stamp,
});

/** A backup file of version 1: its lists. What the schemas do not name is dropped; what has a default may be left out. */
export const fileLists = {
	decks: { entry: deck, most: 100_000, optional: false },
	notes: { entry: note, most: 2_000_000, optional: false },
	cards: { entry: card, most: 5_000_000, optional: false },
	reviews: { entry: review, most: 20_000_000, optional: false },
	auditions: { entry: audition, most: 100_000, optional: true },
	bases: { entry: base, most: 5_000_000, optional: true },
	devices: { entry: device, most: 10_000, optional: true },
} as const;

export type FileList = keyof typeof fileLists;

/** Everything else in it. */
export const fileFacts = v.object({
	exportedAt: v.pipe(text, v.check(isTime, 'must be a time in UTC')),
	settings: v.optional(v.record(text, v.unknown(), 'must be an object'), {}),
	settingStamps: v.optional(v.record(text, stamp, 'must be an object'), {}),
});

type Lists = { readonly [List in FileList]: v.InferOutput<(typeof fileLists)[List]['entry']>[] };

/** A file whose entries are right by themselves, but for its reviews: they are gathered apart, for they are many. */
export type BackupFile = Omit<Lists, 'reviews'> & v.InferOutput<typeof fileFacts>;

function isTime(value: string): boolean {
	return v.is(time, value);
}
