import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card, Due, Progress } from '#lib/domain/cards/card.ts';
import { RunningCrc32 } from '#lib/domain/log/crc32.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Base, Device, Snapshot } from '#lib/domain/merge/snapshot.ts';
import { sortKeys } from './sort-keys.ts';

export const FORMAT = 'green-room-backup';
export const VERSION = 1;

/** All that a backup holds but the log. */
export type BackupContent = Omit<Snapshot, 'reviews'>;

/**
 * The text of a backup file, as the README documents it. Fields beside the documented ones hold what else
 * the app keeps, so that a restore gives the same state.
 *
 * @param exportedAt ISO 8601, UTC
 */
export function encodeBackup(snapshot: Snapshot, exportedAt: string): string {
	return [...backupPieces(snapshot, runs(snapshot.reviews, eventIn), exportedAt)].join('');
}

/**
 * The same in pieces, for a log too long for one text.
 *
 * @param reviews runs of events as `reviewText` makes each, with commas between them, in causal order; as text,
 *   or as bytes where they are ASCII
 */
export function* backupPieces<Piece extends Uint8Array = never>(
	content: BackupContent,
	reviews: Iterable<Piece | string>,
	exportedAt: string,
): Generator<Piece | string> {
	const { decks, notes, cards, bases, auditions, settings, devices } = content;
	const crc = new RunningCrc32();
	const counted = function* (pieces: Iterable<Piece | string>) {
		for (const piece of pieces) {
			crc.add(piece);
			yield piece;
		}
	};
	yield* counted([`{"format":${JSON.stringify(FORMAT)},"version":${VERSION},`]);
	// Not counted: two backups of one state have one checksum.
	yield `"exportedAt":${JSON.stringify(exportedAt)},`;
	yield* counted(list('decks', runs(decks, recordIn)));
	yield* counted(list('notes', runs(notes, recordIn)));
	yield* counted(list('cards', runs(cards, cardIn)));
	yield* counted(list('reviews', reviews));
	yield* counted(list('auditions', runs(auditions, auditionIn)));
	yield* counted([
		`"settings":${entries(settings, ({ value }) => sortKeys(value))},`,
		`"settingStamps":${entries(settings, ({ stamp }) => stamp)},`,
	]);
	yield* counted(list('bases', runs(bases, baseIn)));
	yield* counted(list('devices', runs(devices, deviceIn), ''));
	crc.add('}');
	yield `,"checksum":"${crc.digits}"}`;
}

/** The text of an event in a backup file. */
export function reviewText(event: LogEvent): string {
	return JSON.stringify(eventIn(event));
}

function* list<Piece>(
	name: string,
	all: Iterable<Piece | string>,
	after = ',',
): Generator<Piece | string> {
	yield `"${name}":[`;
	let isFirst = true;
	for (const run of all) {
		if (!isFirst) yield ',';
		isFirst = false;
		yield run;
	}
	yield `]${after}`;
}

/** Entries put into one piece: pieces should be long, but not hundreds of megabytes. */
const ENTRIES = 512;

function* runs<T>(all: readonly T[], fileOf: (one: T) => unknown): Generator<string> {
	for (let from = 0; from < all.length; from += ENTRIES) {
		const some = all.slice(from, from + ENTRIES);
		yield some.map((one) => JSON.stringify(fileOf(one))).join(',');
	}
}

function entries<T extends { readonly key: string }>(
	all: readonly T[],
	valueOf: (one: T) => unknown,
): string {
	return JSON.stringify(Object.fromEntries(all.map((one) => [one.key, valueOf(one)])));
}

function baseIn({ cardId, progress }: Base) {
	return { cardId, ...progressIn(progress) };
}

function deviceIn({ id, sequence, lastEventTime, stamp }: Device) {
	return { id, sequence, lastEventAt: isoTime(lastEventTime), stamp };
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
