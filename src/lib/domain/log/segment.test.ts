import { expect, test } from 'vitest';
import type { DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { LogEvent, ReviewEvent } from './event.ts';
import { packEvents, readSegmentHead, unpackEvents } from './segment.ts';

/** Two reviews as version 1 of the format has them. Never made anew: such bytes are on people's disks. */
const FIRST_VERSION = [
	'475253015e7fa04802010a70686f6e6503050204002263616c6c6261636b2d6175646974696f6e111c2e',
	'6e6f74652d302f616e73776572171233372f616e73776572000a70686f6e650179090202021f02020202',
	'020c00000303010101819ae5b7b3687003972abe41d568fc8001e38e0171f5891ca033c75aee72010100',
	'0001010102000028080107a11f2a0801099725',
].join('');

/** What the first version made of `everyKind`. */
const SEALED =
	'R1JTAQfe0HMLAgpwaG9uZQMXCgxsYXB0b3APDwERAEgwMWExYWFlZi1iYTg0LTdjZjAtYTE0My05ZDUwN2Q5ZWM5MWIAEEppbSBXZWJiADBhbiBpZCBvZiBhbm90aGVyIHByb2dyYW0AImNhbGxiYWNrLWF1ZGl0aW9uERwubm90ZS0wL2Fuc3dlchcSMTEvYW5zd2VyGRAxL2Fuc3dlchgSMjIvYW5zd2VyGBI0OC9hbnN3ZXIYEjU5L2Fuc3dlchgSODUvYW5zd2VyFxIzNy9hbnN3ZXIXEjQ4L2Fuc3dlchcSNzQvYW5zd2VyFxI4NS9hbnN3ZXIADGxhcHRvcAAKcGhvbmUCeQmkAwELCwuRARILCwsLIwAAAQECAgMEBQYHEBAQEBAQDxAQEBABAQEBAQENAwEBAQGBmuW3s2hwA5cqvkHVaPyAAeOOAXH1iRygM8da7nIB444Bc+e7DpIluUzQYwHjjgF12azwhBerPsJVAeOOAXfLnuJ2CZ0gtEcB444Beb2A1Gf7jxKmOQACAcWdAn2RpLhL32L2ih0B444Bf4OWqj3BVOh8DwHjjgFxdYicL7NG2m3xAeOOAXNmuo4RpTjMX+MBAQEBAQHjjgEBAeie77ezaAEAAAAAAAAAAAEAAAEBAQEBAQEBAQMBBAsNBggKBQwOBwkDAwMDAwMDAwMDAygIAQehHyoKARmXJQETAgQAAAAAAAAAI0AABAAAgcUCs8QC';

test('the head tells how many events there are, and of which device from where to where', () => {
	const events = [3, 4, 9, 7].map((sequence, index) => review(index, sequence));
	const [first] = events;
	if (!first) throw new Error('There are four events.');
	const other = { ...first, device: 'laptop' as DeviceId, sequence: 1 };
	expect(readSegmentHead(packEvents([...events, other]))).toEqual({
		count: 5,
		devices: [
			{ device: 'phone', first: 3, last: 9, count: 4 },
			{ device: 'laptop', first: 1, last: 1, count: 1 },
		],
	});
	expect(readSegmentHead(packEvents([]))).toEqual({ count: 0, devices: [] });
});

test('a segment of another format is refused by name', () => {
	const bytes = packEvents([]);
	bytes[3] = 2;
	expect(() => unpackEvents(bytes)).toThrow(/newer version/);
	expect(() => unpackEvents(Uint8Array.of(1, 2, 3))).toThrow(/no segment/);
});

test('an event that no type allows is not packed', () => {
	const wrong = { ...review(0, 1), rating: 5 } as unknown as LogEvent;
	expect(() => packEvents([wrong])).toThrow('No event can hold 5');
});

test('a thousand answers in a row take at most 40 bytes each', () => {
	const events = Array.from({ length: 1000 }, (_, index) => review(index, index + 1));
	expect(packEvents(events).length).toBeLessThan(40_000);
});

test('a segment that was sealed is read, and sealed again the same', () => {
	const bytes = Uint8Array.from(atob(SEALED), (character) => character.charCodeAt(0));
	expect(unpackEvents(bytes)).toEqual(everyKind());
	expect(packEvents(everyKind())).toEqual(bytes);
});

test('a segment that says how an answer made a card new is refused', () => {
	const [answered] = everyKind();
	const wrong = { ...answered, outcome: { ...review(0, 1).outcome, state: 'new' } };
	const bytes = packEvents([wrong as unknown as LogEvent]);
	expect(() => unpackEvents(bytes)).toThrow('No answer makes a card new.');
});

test('segments stand alone: views into larger bytes are read as well', () => {
	const events = [review(0, 1), review(1, 2)];
	const packed = packEvents(events);
	const larger = new Uint8Array(packed.length + 7);
	larger.set(packed, 5);
	expect(unpackEvents(larger.subarray(5, 5 + packed.length))).toEqual(events);
});

test('bytes that the first version packed are read for ever', () => {
	const events = [review(0, 1), review(1, 2)];
	const bytes = Uint8Array.from(FIRST_VERSION.match(/../g) ?? [], (byte) => parseInt(byte, 16));
	expect(unpackEvents(bytes)).toEqual(events);
});

/** One of each, as phones and laptops make them, with what is rare: other ids, times and names. */
function everyKind(): LogEvent[] {
	const make = (index: number, fields: object) => {
		const { id, device, sequence, cardId, deckId, ...answered } = review(index, index + 1);
		const { at, utcOffsetMinutes, rolloverHour, studyDay } = answered;
		const moment = { at, utcOffsetMinutes, rolloverHour, studyDay };
		return { id, device, sequence, cardId, deckId, ...moment, ...fields } as unknown as LogEvent;
	};
	const answered = review(0, 1);
	return [
		answered,
		{ ...review(1, 2), outcome: { ...answered.outcome, interval: { days: 12 }, leech: true } },
		make(2, {
			kind: 'practice',
			drill: 'match',
			rating: 1,
			durationMs: 9,
			confusedWith: 'Jim Webb',
		}),
		make(3, { kind: 'practice', drill: 'recap', rating: 3, durationMs: 9.5, confusedWith: null }),
		make(4, { kind: 'undo', undoes: answered.id }),
		make(5, { kind: 'undo', undoes: '01a1aaef-ba84-7cf0-a143-9d507d9ec91b' }),
		make(6, { kind: 'reset', id: 'an id of another program', device: 'laptop' }),
		make(7, { kind: 'reschedule', day: 20_800 }),
		make(8, { kind: 'suspend', utcOffsetMinutes: -210, rolloverHour: 0 }),
		make(9, { kind: 'unsuspend', at: 5, studyDay: 0 }),
		make(10, { kind: 'bury', through: 20_761 }),
	];
}

function review(index: number, sequence: number): ReviewEvent {
	const at = Date.UTC(2026, 10, 2, 9) + index * 9137;
	const random = Uint8Array.from({ length: 10 }, (_, place) => (index * 31 + place * 57) % 256);
	return {
		kind: 'review',
		id: uuidV7(at, random) as EventId,
		device: 'phone' as DeviceId,
		sequence,
		at,
		utcOffsetMinutes: 60,
		rolloverHour: 4,
		studyDay: 20_759 as ReviewEvent['studyDay'],
		cardId: `callback-audition.note-${(index * 37) % 211}/answer` as ReviewEvent['cardId'],
		deckId: 'callback-audition' as ReviewEvent['deckId'],
		rating: index % 3 === 0 ? 1 : 3,
		durationMs: 2000 + ((index * 379) % 9000),
		from: 'review',
		outcome: {
			state: 'review',
			stepsLeft: 0,
			interval: { days: 3 + (index % 90) },
			leech: false,
			suspended: false,
		},
		via: 'review',
	};
}
