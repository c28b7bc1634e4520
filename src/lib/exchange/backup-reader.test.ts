import { expect, test } from 'vitest';
import type { CardId, DeckId, DeviceId, EventId, NoteId } from '#lib/domain/cards/ids.ts';
import { untouched } from '#lib/domain/cards/card.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { decodeBackup, encodeBackup, readBackupFile } from './backup.ts';

const exportedAt = '2026-11-23T18:00:00.000Z';
const deck = 'd' as DeckId;
const card = 'd.q/answer' as CardId;

function suspended(index: number): LogEvent {
	return {
		id: uuidV7(1_700_000_000_000 + index, new Uint8Array(10)) as EventId,
		device: 'a device' as DeviceId,
		sequence: index + 1,
		kind: index % 2 === 0 ? 'suspend' : 'unsuspend',
		cardId: card,
		deckId: deck,
		at: 1_700_000_000_000 + index,
		utcOffsetMinutes: 60,
		rolloverHour: 4,
		studyDay: 19_675 as StudyDay,
	};
}

/** One card, “é” in its text, and more events than are packed at once. */
const snapshot: Snapshot = {
	decks: [
		stamped(
			{ id: deck, name: 'Mine', article: null, options: { newPerDay: null, reviewsPerDay: null } },
			SEED_STAMP,
		),
	],
	notes: [
		stamped(
			{
				id: 'd.q' as NoteId,
				deckId: deck,
				sectionId: null,
				body: { kind: 'question', question: 'Entrée?', answer: 'A.' },
				tags: [],
				position: 0,
			},
			SEED_STAMP,
		),
	],
	cards: [
		{
			id: card,
			noteId: 'd.q' as NoteId,
			deckId: deck,
			kind: 'question',
			position: 0,
			...untouched,
		},
	],
	bases: [],
	reviews: Array.from({ length: 5000 }, (_, index) => suspended(index)),
	auditions: [],
	settings: [],
	devices: [],
};
const text = encodeBackup(snapshot, exportedAt);

async function problemsOf(content: string): Promise<readonly string[]> {
	const read = await readBackupFile(new Blob([content]));
	return read.ok ? [] : read.problems;
}

test('a file is read piece by piece, and tells how far it is', async () => {
	const told: [number, number][] = [];
	const file = new Blob(['\uFEFF', text]);
	const read = await readBackupFile(file, (done, of) => told.push([done, of]));
	if (!read.ok) throw new Error(read.problems.join(' '));
	const { content, log } = read.collection;
	const reviews = Array.from({ length: log.length }, (_, place) => eventAt(log, place));
	expect({ ...content, reviews }).toEqual(snapshot);
	expect(told.at(-1)).toEqual([file.size, file.size]);
});

test('white space between the pieces changes no checksum', async () => {
	expect(await problemsOf(JSON.stringify(JSON.parse(text), null, 2))).toEqual([]);
});

test('a list that is there twice is refused', async () => {
	const { checksum: _checksum, ...file } = JSON.parse(text) as Record<string, unknown>;
	const twice = `${JSON.stringify(file).slice(0, -1)},"devices":[]}`;
	expect(await problemsOf(twice)).toContain('devices: must not be there twice.');
});

test.each([
	['reviews', 'The review 018bcfe5-6800-7000-8000-000000000000 is there twice.'],
	['devices', 'The place in the log a device 1 is there twice.'],
])('of two events with one id or one place both are told (%s)', async (_what, problem) => {
	const again = { ...suspended(6000), sequence: 1 };
	const reviews = [suspended(0), suspended(1), suspended(0), again];
	expect(await problemsOf(encodeBackup({ ...snapshot, reviews }, exportedAt))).toContain(problem);
});

test('one review of another program makes all be put in order, and those that are whole stay as they are', () => {
	const file = JSON.parse(text) as { reviews: { id: string; reviewedAt: string }[] };
	const own = file.reviews.slice(0, 3);
	const early = {
		id: 'early',
		cardId: card,
		reviewedAt: '2020-01-01T00:00:00.000Z',
		utcOffsetMinutes: 0,
		kind: 'review',
		rating: 3,
		durationMs: 1,
	};
	const decoded = decodeBackup(
		JSON.stringify({ ...file, checksum: undefined, reviews: [...own, early] }),
	);
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	const [first, ...rest] = decoded.snapshot.reviews;
	expect(first).toMatchObject({ kind: 'review', device: 'restored', from: 'new', deckId: deck });
	const withoutIds = (events: readonly LogEvent[]) => events.map(({ id: _id, ...event }) => event);
	expect(withoutIds(rest)).toEqual(withoutIds(snapshot.reviews.slice(0, 3)));
});
