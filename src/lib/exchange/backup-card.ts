import * as v from 'valibot';
import type { Due, Memory, Progress } from '#lib/domain/cards/card.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import {
	cardId,
	count,
	deckId,
	eventId,
	finite,
	flag,
	noteId,
	studyDay,
	time,
	whole,
} from './backup-scalars.ts';
import { DAY_MS } from './encode-backup.ts';

const progressFields = {
	state: v.picklist(
		['new', 'learning', 'review', 'relearning'],
		'must be new, learning, review or relearning',
	),
	due: v.nullable(time),
	dueDay: v.optional(v.nullable(studyDay)),
	stability: v.nullable(v.pipe(finite, v.gtValue(0, 'must be above 0'))),
	difficulty: v.nullable(
		v.pipe(finite, v.minValue(1, 'must be 1 to 10'), v.maxValue(10, 'must be 1 to 10')),
	),
	reps: count,
	lapses: count,
	suspended: flag,
	stepsLeft: v.optional(whole(0, 1000)),
	lastReviewedAt: v.optional(v.nullable(time)),
	lastReviewedDay: v.optional(v.nullable(studyDay)),
	buriedThrough: v.optional(v.nullable(studyDay), null),
	leech: v.optional(flag, false),
	head: v.optional(v.nullable(eventId), null),
};

type ProgressFile = v.InferOutput<v.ObjectSchema<typeof progressFields, undefined>>;

export const card = v.pipe(
	v.object({
		id: cardId,
		noteId,
		deckId,
		kind: v.picklist(
			['question', 'cloze', 'list-item', 'recap-point', 'who-said-it', 'complete-quote'],
			'must be a kind of card',
		),
		position: v.optional(count, 0),
		...progressFields,
	}),
	v.transform(({ id, noteId, deckId, kind, position, ...progress }) => ({
		id,
		noteId,
		deckId,
		kind,
		position,
		...progressOf(progress),
	})),
);

export const base = v.pipe(
	v.object({ cardId, ...progressFields }),
	v.transform(({ cardId, ...progress }) => ({ cardId, progress: progressOf(progress) })),
);

function progressOf(file: ProgressFile): Progress {
	const { dueDay: _dueDay, stability: _stability, difficulty: _difficulty, ...rest } = file;
	const isStepping = file.state === 'learning' || file.state === 'relearning';
	const lastReviewedAt = reviewedAt(file);
	return {
		...rest,
		due: dueOf(file),
		memory: memoryOf(file),
		stepsLeft: file.stepsLeft ?? (isStepping ? 1 : 0),
		lastReviewedAt,
		lastReviewedDay:
			file.lastReviewedDay === undefined ? dayOf(lastReviewedAt) : file.lastReviewedDay,
	};
}

/**
 * A file of another program may say nothing of when a card was seen. Stability is the days after which 90 % recall it,
 * so that long before it falls due is a fair guess: with none at all, days gone by would not count at its next answer.
 */
function reviewedAt(file: ProgressFile): number | null {
	const { lastReviewedAt, due, stability } = file;
	if (lastReviewedAt !== undefined) return lastReviewedAt;
	if (due === null || memoryOf(file) === null || stability === null) return null;
	return Math.max(0, due - Math.max(1, Math.round(stability)) * DAY_MS);
}

/** A file of another program has no `dueDay`: then a review is due on a day, a learning card at an instant. */
function dueOf({ state, due, dueDay }: ProgressFile): Due | null {
	if (typeof dueDay === 'number') return { day: dueDay };
	if (due === null) return null;
	if (dueDay === null || state === 'learning' || state === 'relearning') return { at: due };
	return { day: dayAt(due) };
}

function memoryOf({ stability, difficulty }: ProgressFile): Memory | null {
	return stability === null || difficulty === null ? null : { stability, difficulty };
}

function dayOf(at: number | null): StudyDay | null {
	return at === null ? null : dayAt(at);
}

/** The date in UTC, for lack of a better one. */
function dayAt(at: number): StudyDay {
	return addDays(0 as StudyDay, Math.floor(at / DAY_MS));
}
