import * as v from 'valibot';
import { plainAudition } from '#lib/domain/audition/audition.ts';
import type { Weekday } from '#lib/domain/audition/days-off.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';
import { list } from './backup-list.ts';
import {
	auditionId,
	date,
	deckId,
	finite,
	flag,
	stamp,
	text,
	time,
	whole,
} from './backup-scalars.ts';

const written = v.optional(stamp, RESTORED_STAMP);

const MINUTES_OF_A_DAY = 1440;
const minutes = v.pipe(
	finite,
	v.minValue(0, `must be a number from 0 to ${MINUTES_OF_A_DAY}`),
	v.maxValue(MINUTES_OF_A_DAY, `must be a number from 0 to ${MINUTES_OF_A_DAY}`),
);
const share = v.pipe(
	finite,
	v.minValue(0, 'must be a number from 0 to 1'),
	v.maxValue(1, 'must be a number from 0 to 1'),
);
const weekday = v.pipe(
	whole(0, 6),
	v.transform((day) => day as Weekday),
);

/** Only name, time and id are needed: files of older versions have few of the others. */
export const audition = v.object({
	id: auditionId,
	name: text,
	at: time,
	deckIds: v.optional(v.nullable(list(deckId, 100_000)), null),
	tags: v.optional(list(text, 1000), [...plainAudition.tags]),
	minutesPerDay: v.optional(v.nullable(minutes), null),
	weekdaysOff: v.optional(list(weekday, 7), [...plainAudition.weekdaysOff]),
	datesOff: v.optional(list(date, 10_000), [...plainAudition.datesOff]),
	archived: v.optional(flag, false),
	predicted: v.optional(v.nullable(share), null),
	stamps: v.optional(
		v.object({
			id: written,
			name: written,
			at: written,
			deckIds: written,
			tags: written,
			minutesPerDay: written,
			weekdaysOff: written,
			datesOff: written,
			archived: written,
			predicted: written,
		}),
		{},
	),
	deleted: v.optional(v.nullable(stamp), null),
});
