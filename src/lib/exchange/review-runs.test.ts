import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { packEvents, unpackInto } from '#lib/domain/log/segment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { encodeBackup } from './backup.ts';
import { backupPieces } from './encode-backup.ts';
import { reviewRuns } from './review-runs.ts';

const name = fc.oneof(fc.constantFrom('deck', 'rôle', 'a "b" \\'), fc.string({ maxLength: 8 }));
const number = fc.oneof(
	fc.nat(),
	fc.integer({ min: -5, max: 2 ** 40 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const event = fc
	.record({
		kind: fc.constantFrom('review', 'review', 'review', 'practice', 'undo', 'bury'),
		isNamed: fc.nat(9),
		deck: name,
		card: name,
		device: name,
		at: fc.oneof(
			fc.integer({ min: 0, max: 4e12 }),
			fc.integer({ min: -8.64e15, max: 8.64e15 }),
			fc.double({ min: -1e12, max: 1e12, noNaN: true }),
		),
		rating: fc.constantFrom(1, 3),
		numbers: fc.array(number, { minLength: 6, maxLength: 6 }),
		isLeech: fc.boolean(),
		inDays: fc.boolean(),
	})
	.map((fields) => fields);

const logs = fc.array(event, { maxLength: 20 }).map((all) =>
	all.map((fields, index): LogEvent => {
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = fields.numbers;
		const uuid = uuidV7(1_700_000_000_000 + index, new Uint8Array(10).fill(index * 7));
		const base = {
			id: (fields.isNamed === 0 ? `z"${index + 10}` : uuid) as EventId,
			device: fields.device as DeviceId,
			sequence: index + 1,
			at: fields.at,
			utcOffsetMinutes: a,
			rolloverHour: b,
			studyDay: c as StudyDay,
			cardId: fields.card as CardId,
			deckId: fields.deck as DeckId,
		};
		const rating = fields.rating;
		if (fields.kind === 'undo') return { ...base, kind: 'undo', undoes: base.id };
		if (fields.kind === 'bury') return { ...base, kind: 'bury', through: d as StudyDay };
		if (fields.kind === 'practice') {
			const result = { durationMs: d, drill: 'match', confusedWith: fields.card } as const;
			return { ...base, kind: 'practice', rating, ...result };
		}
		return {
			...base,
			kind: 'review',
			rating,
			durationMs: d,
			from: fields.isLeech ? 'relearning' : 'new',
			outcome: {
				state: fields.inDays ? 'review' : 'learning',
				stepsLeft: e,
				interval: fields.inDays ? { days: f } : { seconds: f },
				leech: fields.isLeech,
				suspended: !fields.inDays,
			},
			via: fields.isLeech ? 'recap' : 'review',
		};
	}),
);

test('a log written from its columns is written as event by event', () => {
	fc.assert(
		fc.property(logs, (log) => {
			const reviews = log.toSorted((a, b) => (a.id < b.id ? -1 : 1));
			const columns = new LogColumns();
			unpackInto(columns, packEvents(log));
			const none = { decks: [], notes: [], cards: [], bases: [], auditions: [] };
			const content = { ...none, settings: [], devices: [] };
			const pieces = backupPieces(content, reviewRuns(columns), '2026-11-23T18:00:00.000Z');
			const text = Array.from(pieces, (piece) =>
				typeof piece === 'string' ? piece : new TextDecoder().decode(piece),
			);
			expect(text.join('')).toBe(encodeBackup({ ...content, reviews }, '2026-11-23T18:00:00.000Z'));
		}),
		{ numRuns: 1000 },
	);
});
