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
