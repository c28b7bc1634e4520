import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { untouched, type Card, type Progress } from '#lib/domain/cards/card.ts';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { plainAudition } from '#lib/domain/audition/audition.ts';
import type { Weekday } from '#lib/domain/audition/days-off.ts';
import { auditionId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { nextStamp, SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { deleted, stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { decodeBackup, encodeBackup } from './backup.ts';
import { cleanJson } from './clean-json.ts';

const DEVICE = '018f0000-0000-7000-8000-000000000001' as DeviceId;
const DECK = deckId('callbacks');
const EXPORTED_AT = '2026-11-23T18:00:00.000Z';
const model = createMemoryModel(defaultParameters);

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const body: fc.Arbitrary<NoteBody> = fc.oneof(
	fc.record({ kind: fc.constant('question' as const), question: text, answer: text }),
	fc.record({ kind: fc.constant('cloze' as const), text: text.map((t) => `==x== ${t}`) }),
	fc.record({
		kind: fc.constant('quote' as const),
		text,
		speaker: text,
		role: text,
		credit: text,
	}),
	fc.record({
		kind: fc.constant('list' as const),
		lead: text,
		items: text.map((t) => [
			{ key: 'a', text: t },
			{ key: 'b', text: 'B' },
		]),
	}),
);

const at = fc.integer({ min: 0, max: 4e12 });
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => n as StudyDay);

type Fields = { readonly card: number; readonly kind: LogEvent['kind']; readonly rating: 1 | 3 };
const event = fc.record({
	card: fc.nat(),
	kind: fc.constantFrom<LogEvent['kind']>(
		'review',
		'review',
		'practice',
		'undo',
		'reset',
		'reschedule',
		'suspend',
		'unsuspend',
		'bury',
	),
	rating: fc.constantFrom(1 as const, 3 as const),
	at,
	day,
	utcOffsetMinutes: fc.integer({ min: -720, max: 840 }),
});

const audition = fc.record({
	name: text,
	at,
	deckIds: fc.option(fc.constant([DECK])),
	tags: fc.array(text, { maxLength: 2 }),
	minutesPerDay: fc.option(fc.integer({ min: 0, max: 1440 })),
	weekdaysOff: fc.subarray<Weekday>([0, 1, 2, 3, 4, 5, 6]),
	datesOff: fc.array(day, { maxLength: 3 }),
	archived: fc.boolean(),
	predicted: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0)),
});

const snapshot: fc.Arbitrary<Snapshot> = fc
	.record({
		bodies: fc.array(body, { minLength: 1, maxLength: 4 }),
		events: fc.array(event, { maxLength: 12 }),
		tags: fc.array(text, { maxLength: 2 }),
		isDeckDeleted: fc.boolean(),
		audition: fc.option(audition),
		future: fc.jsonValue({ maxDepth: 2 }),
	})
	.map(({ bodies, events, tags, isDeckDeleted, audition, future }) => {
		const stamp = nextStamp(SEED_STAMP, 1_700_000_000_000, DEVICE);
		const notes = bodies.map((body, index): Note => ({
			id: noteId(`${DECK}.n${index}`),
			deckId: DECK,
			sectionId: null,
			body,
			tags,
			position: index,
		}));
		const seeds = notes.flatMap(cardsOf);
		const reviews: LogEvent[] = [];
		for (const [index, fields] of events.entries()) {
			const seed = seeds[fields.card % seeds.length];
			if (!seed) continue;
			const earlier = reviews.findLast(({ cardId }) => cardId === seed.id);
			const base = {
				id: uuidV7(1_700_000_000_000 + index, new Uint8Array(10)) as EventId,
				device: DEVICE,
				sequence: index + 1,
				cardId: seed.id,
				deckId: DECK,
				at: fields.at,
				utcOffsetMinutes: fields.utcOffsetMinutes,
				rolloverHour: 4,
				studyDay: fields.day,
			};
			reviews.push(eventOf(fields, base, earlier?.id));
		}
		const cards = seeds.map((seed): Card => {
			const own = reviews.filter(({ cardId }) => cardId === seed.id);
			return { ...seed, ...replay(own, model) };
		});
		const deck = stamped(
			{
				id: DECK,
				name: 'Callbacks',
				article: null,
				options: { newPerDay: 5, reviewsPerDay: null },
			},
			SEED_STAMP,
		);
		return {
			decks: [isDeckDeleted ? deleted(deck, stamp) : deck],
			notes: notes.map((note) => stamped(note, stamp)),
			cards,
			bases: [],
			reviews,
			auditions: audition === null ? [] : [stamped({ ...audition, id: auditionId('a') }, stamp)],
			settings: [
				{ key: 'newPerDay', value: 7, stamp },
				{ key: 'futureSetting', value: cleanJson(JSON.parse(JSON.stringify(future))), stamp },
			],
			devices: [{ id: DEVICE, sequence: reviews.length, lastEventTime: 1_700_000_000_500, stamp }],
		};
	});

function eventOf(
	{ kind, rating }: Fields,
	base: Omit<LogEvent, 'kind'>,
	earlier: EventId | undefined,
): LogEvent {
	switch (kind) {
		case 'review':
			return {
				...base,
				kind,
				rating,
				durationMs: 1234,
				from: 'new',
				outcome: {
					state: rating === 1 ? 'learning' : 'review',
					stepsLeft: rating === 1 ? 2 : 0,
					interval: rating === 1 ? { seconds: 60 } : { days: 9 },
					leech: false,
					suspended: false,
				},
				via: 'recap',
			};
		case 'practice':
			return { ...base, kind, rating, durationMs: 1, drill: 'match', confusedWith: 'Somebody' };
		case 'undo':
			return { ...base, kind, undoes: earlier ?? base.id };
		case 'reschedule':
			return { ...base, kind, day: base.studyDay };
		case 'bury':
			return { ...base, kind, through: base.studyDay };
		default:
			return { ...base, kind };
	}
}

test('what is encoded is decoded again, whole', () => {
	fc.assert(
		fc.property(snapshot, (given) => {
			const decoded = decodeBackup(encodeBackup(given, EXPORTED_AT));
			const whole = { ok: true, exportedAt: EXPORTED_AT, snapshot: given, isSealed: true };
			expect(decoded).toEqual(whole);
		}),
	);
});

test('two backups of one state differ in their time alone', () => {
	fc.assert(
		fc.property(snapshot, (given) => {
			const later = encodeBackup(given, '2031-01-01T00:00:00.000Z');
			expect(later.replace('2031-01-01T00:00:00.000Z', EXPORTED_AT)).toBe(
				encodeBackup(given, EXPORTED_AT),
			);
		}),
	);
});

test('a file that is cut off is refused', () => {
	fc.assert(
		fc.property(snapshot, fc.double({ min: 0, max: 0.9999, noNaN: true }), (given, share) => {
			const file = encodeBackup(given, EXPORTED_AT);
			const decoded = decodeBackup(file.slice(0, Math.floor(file.length * share)));
			expect(decoded.ok).toBe(false);
		}),
	);
});

test('a file with a wrong bit is refused, or says the same', () => {
	fc.assert(
		fc.property(snapshot, fc.nat(), fc.nat(7), (given, place, bit) => {
			const bytes = new TextEncoder().encode(encodeBackup(given, EXPORTED_AT));
			const index = place % bytes.length;
			bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
			const decoded = decodeBackup(new TextDecoder().decode(bytes));
			if (decoded.ok) expect(decoded.snapshot).toEqual(given);
			else expect(decoded.problems[0]).toMatch(/^(This|The) .+\.$/);
		}),
		{ numRuns: 500 },
	);
});

test('nothing makes it throw', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (anything) => {
			expect(decodeBackup(anything).ok).toBe(false);
		}),
	);
	const parts = fc.record(
		{
			decks: fc.jsonValue(),
			notes: fc.jsonValue(),
			cards: fc.jsonValue(),
			reviews: fc.jsonValue(),
			settings: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(parts, (content) => {
			const file = { format: 'green-room-backup', version: 1, exportedAt: EXPORTED_AT };
			const decoded = decodeBackup(JSON.stringify({ ...file, ...content }));
			expect(decoded.ok || decoded.problems.length > 0).toBe(true);
		}),
	);
});

const documented = {
	format: 'green-room-backup',
	version: 1,
	exportedAt: EXPORTED_AT,
	decks: [{ id: 'd', name: 'Mine' }],
	notes: [{ id: 'd.q', deckId: 'd', body: { kind: 'question', question: 'Q?', answer: 'A.' } }],
	cards: [
		{
			id: 'd.q/answer',
			noteId: 'd.q',
			deckId: 'd',
			kind: 'question',
			state: 'review',
			due: '2026-12-01T00:00:00Z',
			stability: 12.5,
			difficulty: 5,
			reps: 4,
			lapses: 1,
			suspended: false,
		},
	],
	reviews: [] as object[],
	auditions: [],
	settings: {},
};

function decoded(changes: object): Snapshot {
	const result = decodeBackup(JSON.stringify({ ...documented, ...changes }));
	if (!result.ok) throw new Error(result.problems.join(' '));
	return result.snapshot;
}

function problems(changes: object): readonly string[] {
	const result = decodeBackup(JSON.stringify({ ...documented, ...changes }));
	return result.ok ? [] : result.problems;
}

test('progress of a card without reviews is kept as where replay begins', () => {
	const { cards, bases, notes } = decoded({});
	const progress: Progress = {
		...untouched,
		state: 'review',
		due: { day: 20_788 as StudyDay },
		memory: { stability: 12.5, difficulty: 5 },
		reps: 4,
		lapses: 1,
		// Its 12.5 days of stability before it is due.
		lastReviewedAt: Date.UTC(2026, 10, 18),
		lastReviewedDay: 20_775 as StudyDay,
	};
	expect(cards).toMatchObject([progress]);
	expect(bases).toEqual([{ cardId: 'd.q/answer', progress }]);
	expect(notes[0]?.stamps.body).not.toBe(SEED_STAMP);
});

test('reviews of the documented fields alone are put in order and answered anew', () => {
	const review = { cardId: 'd.q/answer', utcOffsetMinutes: 60, kind: 'review', durationMs: 900 };
	const { reviews, bases } = decoded({
		reviews: [
			{ ...review, id: '17', reviewedAt: '2026-11-03T09:00:00Z', rating: 3 },
			{ ...review, id: '9', reviewedAt: '2026-11-02T09:00:00Z', rating: 3 },
			{ ...review, id: '20', reviewedAt: '2026-11-09T09:00:00Z', rating: 1 },
		],
	});
	expect(bases).toEqual([]);
	expect(reviews).toMatchObject([
		{ sequence: 1, from: 'new', outcome: { state: 'learning' } },
		{ sequence: 2, from: 'learning', outcome: { state: 'review' } },
		{ sequence: 3, from: 'review', outcome: { state: 'relearning' } },
	]);
	expect(reviews.map(({ id }) => id)).toEqual(reviews.map(({ id }) => id).sort());
	expect(reviews[0]).toMatchObject({ deckId: 'd', studyDay: 20_759, rolloverHour: 4 });
});

test.each([
	['tags', 'Hedda', /tags/],
	['minutesPerDay', 1441, /minutesPerDay.*must be a number from 0 to 1440/],
	['minutesPerDay', -1, /minutesPerDay.*must be a number from 0 to 1440/],
	['weekdaysOff', [7], /weekdaysOff.*must be a whole number from 0 to 6/],
	['datesOff', ['2026-02-30'], /datesOff.*must be a date such as/],
	['archived', 'yes', /archived.*must be true or false/],
	['predicted', 1.2, /predicted.*must be a number from 0 to 1/],
])('an audition whose %s is %j is refused', (field, value, problem) => {
	const wrong = { id: 'a', name: 'Hedda', at: '2026-12-01T10:00:00Z', [field]: value };
	const result = decodeBackup(JSON.stringify({ ...documented, auditions: [wrong] }));
	expect(result.ok ? [] : result.problems.join(' ')).toMatch(problem);
});

test('an audition of the documented fields alone is for all decks', () => {
	const { auditions } = decoded({
		auditions: [{ id: 'a', name: 'Hedda', at: '2026-12-01T10:00:00Z' }],
	});
	const at = Date.UTC(2026, 11, 1, 10);
	expect(auditions).toMatchObject([{ value: { ...plainAudition, name: 'Hedda', at } }]);
});

test('what another version or program left out has defaults', () => {
	const { auditions: _auditions, settings: _settings, ...least } = documented;
	expect(decodeBackup(JSON.stringify(least)).ok).toBe(true);
});

test('a file of another kind, of a newer version or damaged is refused with a reason', () => {
	expect(decodeBackup('{"format":"other"}')).toMatchObject({
		problems: ['This file is not a Green Room backup.'],
	});
	expect(decodeBackup('')).toMatchObject({ ok: false });
	expect(problems({ version: 2 })[0]).toMatch(/newer Green Room/);
	expect(problems({ version: 'x' })[0]).toMatch(/which version/);
	expect(problems({ checksum: '00000000' })[0]).toMatch(/damaged/);
});

test('every problem is told with its place', () => {
	const [card] = documented.cards;
	const broken = [{ ...card, state: 'old', due: 'soon', difficulty: 11 }];
	expect(problems({ cards: broken, decks: [{ id: '' }] })).toEqual([
		'The backup has entries that cannot be read.',
		'decks, entry 1, id: must not be empty.',
		'decks, entry 1, name: is missing.',
		'cards, entry 1, state: must be new, learning, review or relearning.',
		'cards, entry 1, due: must be a time in UTC such as 2026-11-02T09:30:00.000Z.',
		'cards, entry 1, difficulty: must be 1 to 10.',
	]);
});

test.each([
	[{ notes: [] }, 'The card d.q/answer is of the note d.q, which is not in the file.'],
	[{ decks: [] }, 'The note d.q is in the deck d, which is not in the file.'],
	[
		{ cards: [{ ...documented.cards[0], id: 'd.q/other' }] },
		'The note d.q makes no card d.q/other.',
	],
	[{ decks: [...documented.decks, ...documented.decks] }, 'The deck d is there twice.'],
	[{ settings: { newPerDay: 'many' } }, "The setting newPerDay has a value it can't have."],
])('a file that contradicts itself is refused (%#)', (changes, problem) => {
	expect(problems(changes)).toContain(problem);
});

test.each([
	'2026-02-30T00:00:00Z',
	'2026-11-02',
	'2026-11-02T09:00:00+01:00',
	'2026-13-01T00:00:00Z',
])('%s is no time', (due) => {
	expect(problems({ cards: [{ ...documented.cards[0], due }] })).toHaveLength(2);
});

test('keys that reach into prototypes are dropped', () => {
	const file = JSON.stringify(documented).replace(
		'"settings":{}',
		'"__proto__":{"polluted":1},"settings":{"__proto__":{"polluted":1},"next":{"constructor":1,"a":1}}',
	);
	const result = decodeBackup(file);
	expect(result).toMatchObject({ ok: true, snapshot: { settings: [{ key: 'next' }] } });
	expect(result.ok && result.snapshot.settings[0]?.value).toEqual({ a: 1 });
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
