import type { Card, Due, Progress } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { crc32 } from './crc32.ts';

export const FORMAT = 'green-room-backup';
export const VERSION = 1;

/**
 * The text of a backup file, as the README documents it. Fields beside the documented ones hold what else
 * the app keeps, so that a restore gives the same state.
 *
 * @param exportedAt ISO 8601, UTC
 */
export function encodeBackup(snapshot: Snapshot, exportedAt: string): string {
	const { decks, notes, cards, bases, reviews, settings, devices } = snapshot;
	const content = {
		format: FORMAT,
		version: VERSION,
		exportedAt,
		decks: decks.map(recordIn),
		notes: notes.map(recordIn),
		cards: cards.map(cardIn),
		reviews: reviews.map(eventIn),
		auditions: [],
		settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
		settingStamps: Object.fromEntries(settings.map(({ key, stamp }) => [key, stamp])),
		bases: bases.map(({ cardId, progress }) => ({ cardId, ...progressIn(progress) })),
		devices: devices.map(({ lastEventTime, ...device }) => ({
			...device,
			lastEventAt: isoTime(lastEventTime),
		})),
	};
	return JSON.stringify({ ...content, checksum: crc32(JSON.stringify(content)) });
}

function recordIn<T extends object>({ value, stamps, deleted }: Stamped<T>) {
	return { ...value, stamps, deleted };
}

function cardIn({ id, noteId, deckId, kind, position, ...progress }: Card) {
	return { id, noteId, deckId, kind, position, ...progressIn(progress) };
}

function progressIn({ due, memory, lastReviewedAt, ...rest }: Progress) {
	return {
		...rest,
		...dueIn(due),
		stability: memory?.stability ?? null,
		difficulty: memory?.difficulty ?? null,
		lastReviewedAt: lastReviewedAt === null ? null : isoTime(lastReviewedAt),
	};
}

/** A study day is written as the midnight its date begins with in UTC, with its number beside it. */
function dueIn(due: Due | null): { due: string | null; dueDay: number | null } {
	if (due === null) return { due: null, dueDay: null };
	if ('at' in due) return { due: isoTime(due.at), dueDay: null };
	return { due: isoTime(due.day * DAY_MS), dueDay: due.day };
}

function eventIn({ at, ...event }: LogEvent) {
	return { rating: null, durationMs: 0, ...event, reviewedAt: isoTime(at) };
}

export const DAY_MS = 86_400_000;

function isoTime(at: number): string {
	return new Date(at).toISOString();
}
