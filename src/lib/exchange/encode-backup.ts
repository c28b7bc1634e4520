import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card, Due, Progress } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { checksumOf } from './checksum.ts';
import { sortKeys } from './sort-keys.ts';

export const FORMAT = 'green-room-backup';
export const VERSION = 1;

/**
 * The text of a backup file, as the README documents it. Fields beside the documented ones hold what else
 * the app keeps, so that a restore gives the same state.
 *
 * @param exportedAt ISO 8601, UTC
 */
export function encodeBackup(snapshot: Snapshot, exportedAt: string): string {
	const { decks, notes, cards, bases, reviews, auditions, settings, devices } = snapshot;
	const content = {
		format: FORMAT,
		version: VERSION,
		exportedAt,
		decks: decks.map(recordIn),
		notes: notes.map(recordIn),
		cards: cards.map(cardIn),
		reviews: reviews.map(eventIn),
		auditions: auditions.map(auditionIn),
		settings: Object.fromEntries(settings.map(({ key, value }) => [key, sortKeys(value)])),
		settingStamps: Object.fromEntries(settings.map(({ key, stamp }) => [key, stamp])),
		bases: bases.map(({ cardId, progress }) => ({ cardId, ...progressIn(progress) })),
		devices: devices.map(({ id, sequence, lastEventTime, stamp }) => ({
			id,
			sequence,
			lastEventAt: isoTime(lastEventTime),
			stamp,
		})),
	};
	return JSON.stringify({ ...content, checksum: checksumOf(content) });
}

function recordIn<T extends object>({ value, stamps, deleted }: Stamped<T>) {
	return sortKeys({ ...value, stamps, deleted });
}

function auditionIn({ value, stamps, deleted }: Stamped<Audition>) {
	const at = isoTime(value.at);
	const datesOff = value.datesOff.map((day) => isoTime(day * DAY_MS).slice(0, 10));
	return sortKeys({ ...value, at, datesOff, stamps, deleted });
}

function cardIn(card: Card) {
	const { id, noteId, deckId, kind, position } = card;
	return { id, noteId, deckId, kind, ...progressIn(card), position };
}

function progressIn(progress: Progress) {
	const { state, due, memory, reps, lapses, suspended, lastReviewedAt } = progress;
	return {
		state,
		...dueIn(due),
		stability: memory?.stability ?? null,
		difficulty: memory?.difficulty ?? null,
		reps,
		lapses,
		suspended,
		stepsLeft: progress.stepsLeft,
		lastReviewedAt: lastReviewedAt === null ? null : isoTime(lastReviewedAt),
		lastReviewedDay: progress.lastReviewedDay,
		buriedThrough: progress.buriedThrough,
		leech: progress.leech,
		head: progress.head,
	};
}

/** A study day is written as the midnight its date begins with in UTC, with its number beside it. */
function dueIn(due: Due | null): { due: string | null; dueDay: number | null } {
	if (due === null) return { due: null, dueDay: null };
	if ('at' in due) return { due: isoTime(due.at), dueDay: null };
	return { due: isoTime(due.day * DAY_MS), dueDay: due.day };
}

/** Fields stand in one order, whatever the order in memory: equal collections give equal files. */
function eventIn(event: LogEvent) {
	return {
		id: event.id,
		cardId: event.cardId,
		reviewedAt: isoTime(event.at),
		utcOffsetMinutes: event.utcOffsetMinutes,
		kind: event.kind,
		rating: 'rating' in event ? event.rating : null,
		durationMs: 'durationMs' in event ? event.durationMs : 0,
		...detailsOf(event),
		deckId: event.deckId,
		device: event.device,
		sequence: event.sequence,
		rolloverHour: event.rolloverHour,
		studyDay: event.studyDay,
	};
}

function detailsOf(event: LogEvent) {
	switch (event.kind) {
		case 'review':
			return { from: event.from, outcome: sortKeys(event.outcome), via: event.via };
		case 'practice':
			return { drill: event.drill, confusedWith: event.confusedWith };
		case 'undo':
			return { undoes: event.undoes };
		case 'reschedule':
			return { day: event.day };
		case 'bury':
			return { through: event.through };
		default:
			return {};
	}
}

export const DAY_MS = 86_400_000;

function isoTime(at: number): string {
	return new Date(at).toISOString();
}
