import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventChecksum } from './event-checksum.ts';
import type { LogEvent } from './event.ts';
import { emptyHead, extended, headsOf } from './head.ts';

const place = {
	id: '01a1aaef-ba84-7cf0-a143-9d507d9ec91c',
	device: 'd',
	sequence: 3,
	cardId: 'callbacks.q1/answer',
	deckId: 'callbacks',
	at: 1_793_610_000_000,
	utcOffsetMinutes: 60,
	rolloverHour: 4,
	studyDay: 20_759,
};
const outcome = {
	state: 'learning',
	stepsLeft: 2,
	interval: { seconds: 60 },
	leech: false,
	suspended: false,
};
/** One of every kind. */
const events = [
	{ ...place, kind: 'review', rating: 3, durationMs: 4000, from: 'new', outcome, via: 'review' },
	{ ...place, kind: 'practice', drill: 'match', rating: 1, durationMs: 5, confusedWith: null },
	{ ...place, kind: 'undo', undoes: '01a1aaef-ba84-7cf0-a143-9d507d9ec91b' },
	{ ...place, kind: 'reset' },
	{ ...place, kind: 'reschedule', day: 20_760 },
	{ ...place, kind: 'suspend' },
	{ ...place, kind: 'unsuspend' },
	{ ...place, kind: 'bury', through: 20_759 },
] as unknown as readonly LogEvent[];

const CHECKSUMS = [
	540521209, 3721861247, 315777198, 585331873, 865677969, 2821687484, 2817827242, 4246650843,
	2258360069, 3163994431,
];
const HASH = 3544160240;

/** Every way to change one value in an event, however deep. */
function changed(value: object): object[] {
	return Object.entries(value).flatMap(([key, field]: [string, unknown]): object[] => {
		if (key === 'kind') return [];
		if (typeof field === 'number') return [{ ...value, [key]: field + 1 }];
		if (typeof field === 'boolean') return [{ ...value, [key]: !field }];
		if (typeof field === 'string') return [{ ...value, [key]: `${field}x` }];
		if (field === null) return [{ ...value, [key]: '' }];
		return changed(field as object).map((inner) => ({ ...value, [key]: inner }));
	});
}

test('a checksum changes with every single thing an event says', () => {
	for (const event of events) {
		const others = changed(event) as LogEvent[];
		expect(others.length).toBeGreaterThan(8);
		for (const other of others) expect(eventChecksum(other)).not.toBe(eventChecksum(event));
	}
	expect(new Set(events.map(eventChecksum)).size).toBe(events.length);
});

/** Of reviews that were stored: what a checksum is made of can never change. */
test('the checksum of an event is what it was when it was stored', () => {
	const [review, practice] = events;
	const more = [
		{ ...review, outcome: { ...outcome, interval: { days: 3 } } },
		{ ...practice, confusedWith: 'Jim Webb' },
	] as LogEvent[];
	expect([...events, ...more].map(eventChecksum)).toEqual(CHECKSUMS);
});

test('the hash of a head is what it was when it was stored', () => {
	const head = extended(extended(emptyHead, 5, 1), 3, 0xffffffff);
	expect(head).toEqual({ sequence: 5, count: 2, hash: HASH });
});

test('a checksum does not depend on the order of the fields', () => {
	for (const event of events) {
		const reversed = Object.fromEntries(Object.entries(event).reverse()) as unknown as LogEvent;
		expect(eventChecksum(reversed)).toBe(eventChecksum(event));
	}
});

const checksum = fc.integer({ min: 0, max: 0xffffffff });

test('a head is the same in whatever order its events came, and another without one of them', () => {
	fc.assert(
		fc.property(fc.array(checksum, { minLength: 1, maxLength: 50 }), fc.nat(), (sums, at) => {
			const numbered = sums.map((sum, index) => [index + 1, sum] as const);
			const head = (list: typeof numbered) =>
				list.reduce((before, [sequence, sum]) => extended(before, sequence, sum), emptyHead);
			expect(head(numbered.toReversed())).toEqual(head(numbered));
			const less = numbered.toSpliced(at % sums.length, 1);
			expect(head(less)).not.toEqual(head(numbered));
		}),
	);
});

test('each device of a log has a head of its own', () => {
	const [review, practice] = events;
	if (!review || !practice) throw new Error('There are two.');
	const other = { ...practice, device: 'other' } as LogEvent;
	const heads = headsOf([review, other]);
	expect([...heads.keys()]).toEqual(['d', 'other']);
	expect(heads.get(review.device)).toEqual(extended(emptyHead, 3, eventChecksum(review)));
});
