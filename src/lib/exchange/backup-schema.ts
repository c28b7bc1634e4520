import * as v from 'valibot';
import { auditions } from './backup-audition.ts';
import { bases, cards } from './backup-card.ts';
import { decks, notes } from './backup-content.ts';
import { reviews } from './backup-review.ts';
import { count, deviceId, stamp, text, time } from './backup-scalars.ts';
import { list } from './backup-list.ts';

const device = v.object({
	id: deviceId,
	sequence: count,
	lastEventAt: time,
	stamp,
});

/** A backup file of version 1. What it does not name is dropped; what has a default may be left out. */
export const backupSchema = v.object({
	exportedAt: v.pipe(text, v.check(isTime, 'must be a time in UTC')),
	decks,
	notes,
	cards,
	reviews,
	auditions: v.optional(auditions, []),
	settings: v.optional(v.record(text, v.unknown(), 'must be an object'), {}),
	settingStamps: v.optional(v.record(text, stamp, 'must be an object'), {}),
	bases: v.optional(bases, []),
	devices: v.optional(list(device, 10_000), []),
});

export type BackupFile = v.InferOutput<typeof backupSchema>;

function isTime(value: string): boolean {
	return v.is(time, value);
}
