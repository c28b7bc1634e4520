import * as v from 'valibot';
import {
	cardId,
	deckId,
	deviceId,
	eventId,
	finite,
	flag,
	studyDay,
	text,
	time,
	whole,
} from './backup-scalars.ts';

const DAY_SECONDS = 86_400;

/** What every event has. What other programs don't know may be left out and is filled in later. */
const base = {
	id: eventId,
	cardId,
	reviewedAt: time,
	utcOffsetMinutes: v.pipe(
		finite,
		v.minValue(-1440, 'must be minutes from -1440 to 1440'),
		v.maxValue(1440, 'must be minutes from -1440 to 1440'),
	),
	deckId: v.optional(deckId),
	device: v.optional(deviceId),
	sequence: v.optional(whole(1, Number.MAX_SAFE_INTEGER)),
	rolloverHour: v.optional(whole(0, 23)),
	studyDay: v.optional(studyDay),
};

const durationMs = v.pipe(finite, v.minValue(0, 'must not be negative'));

const interval = v.union(
	[
		v.strictObject({ seconds: whole(0, 1000 * 366 * DAY_SECONDS) }),
		v.strictObject({ days: whole(0, 1_000_000) }),
	],
	'must be seconds or days',
);

const state = v.picklist(
	['learning', 'review', 'relearning'],
	'must be learning, review or relearning',
);

const outcome = v.object({
	state,
	stepsLeft: whole(0, 1000),
	interval,
	leech: flag,
	suspended: flag,
});

const answer = v.object({
	...base,
	kind: v.literal('review'),
	rating: v.picklist([1, 2, 3, 4], 'must be 1, 2, 3 or 4'),
	durationMs,
	from: v.optional(
		v.picklist(['new', 'learning', 'review', 'relearning'], 'must be a state of a card'),
	),
	outcome: v.optional(outcome),
	via: v.optional(v.picklist(['review', 'recap'], 'must be review or recap'), 'review'),
});

const practice = v.object({
	...base,
	kind: v.literal('practice'),
	rating: v.pipe(
		v.picklist([1, 2, 3, 4], 'must be 1, 2, 3 or 4'),
		v.transform((rating) => (rating === 1 ? 1 : 3)),
	),
	durationMs,
	drill: v.optional(v.picklist(['recap', 'match', 'again'], 'must be a drill'), 'recap'),
	confusedWith: v.optional(v.nullable(text), null),
});

export const review = v.variant(
	'kind',
	[
		answer,
		practice,
		v.object({ ...base, kind: v.literal('undo'), undoes: eventId }),
		v.object({ ...base, kind: v.literal('reset') }),
		v.object({ ...base, kind: v.literal('reschedule'), day: studyDay }),
		v.object({ ...base, kind: v.literal('suspend') }),
		v.object({ ...base, kind: v.literal('unsuspend') }),
		v.object({ ...base, kind: v.literal('bury'), through: studyDay }),
	],
	'must be a kind of event that this version knows',
);

export type ReviewFile = v.InferOutput<typeof review>;
