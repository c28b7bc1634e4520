import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { crc32OfBytes } from '#lib/domain/packing/crc32-of-bytes.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import type { LogEvent } from './event.ts';
import { packEvents, readSegmentHead, unpackEvents } from './segment.ts';

/** Any letters, lone surrogates included. */
const text = fc.string({ unit: 'binary', maxLength: 12 });
const anyNumber = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double());
const logs = fc.array(anyEvent(), { maxLength: 30 });

test('any list of events comes back as it was, order and duplicates included', () => {
	fc.assert(
		fc.property(logs, (events) => {
			expect(unpackEvents(packEvents(events))).toEqual(events);
		}),
		{ numRuns: 3000 },
	);
});

test('an undo comes back, of an event before it, after it, twice over and of another segment', () => {
	fc.assert(
		fc.property(logs, fc.array(fc.tuple(fc.nat(), fc.nat())), (events, undos) => {
			const log = [...events];
			for (const [from, to] of undos) {
				const target = log[from % log.length];
				if (!target) continue;
				const { id, device, sequence, at, utcOffsetMinutes, rolloverHour, studyDay } = target;
				const base = { device, sequence, at, utcOffsetMinutes, rolloverHour, studyDay };
				const { cardId, deckId } = target;
				const undo = 'undo' as EventId;
				const event = { ...base, cardId, deckId, id: undo, kind: 'undo', undoes: id } as const;
				log.splice(to % log.length, 0, event);
			}
			expect(unpackEvents(packEvents(log))).toEqual(log);
		}),
	);
});

test('any bit that flips is noticed, and so is any missing end', () => {
	fc.assert(
		fc.property(logs, fc.nat(), fc.nat(7), (events, place, bit) => {
			const bytes = packEvents(events);
			const flipped = bytes.slice();
			flipped[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << bit);
			expect(() => unpackEvents(flipped)).toThrow(DamagedError);
			expect(() => readSegmentHead(flipped)).toThrow(DamagedError);
			expect(() => unpackEvents(bytes.slice(0, place % bytes.length))).toThrow(DamagedError);
		}),
		{ numRuns: 1000 },
	);
});

test('hostile bytes with a right checksum are refused, or are events', () => {
	let refused = 0;
	const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(logs, changes, fc.nat(3), (events, places, cut) => {
			const packed = packEvents(events);
			const bytes = packed.slice(0, packed.length - cut);
			for (const [place, value] of places) bytes[8 + (place % (bytes.length - 8))] = value;
			refused += read(withChecksum(bytes)) === null ? 1 : 0;
		}),
		{ numRuns: 5000 },
	);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
			read(withChecksum(Uint8Array.of(0x47, 0x52, 0x53, 1, 0, 0, 0, 0, ...content)));
			read(content);
		}),
		{ numRuns: 5000 },
	);
	expect(refused).toBeGreaterThan(1000);
});

/** The events; null where the bytes are refused. @throws what is neither */
function read(bytes: Uint8Array): LogEvent[] | null {
	try {
		return unpackEvents(bytes);
	} catch (error) {
		if (error instanceof DamagedError) return null;
		throw error;
	}
}

function withChecksum(bytes: Uint8Array): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	view.setUint32(4, crc32OfBytes(bytes.subarray(8)), true);
	return bytes;
}

/** Any event that the types allow, most of them as the app makes them. */
function anyEvent(): fc.Arbitrary<LogEvent> {
	const id = fc.oneof(
		{ arbitrary: fc.uuid({ version: 7 }), weight: 4 },
		fc.constantFrom('ffff', 'id', ''),
		text,
	);
	const base = {
		id,
		device: fc.oneof(fc.constantFrom('phone', 'laptop'), fc.uuid(), text),
		sequence: fc.oneof(fc.integer({ min: 1, max: 50 }), anyNumber),
		at: fc.oneof(fc.integer({ min: 1.7e12, max: 1.8e12 }), anyNumber),
		utcOffsetMinutes: fc.oneof(fc.constantFrom(-210, 0, 60), anyNumber),
		rolloverHour: fc.oneof(fc.constantFrom(0, 4), anyNumber),
		studyDay: fc.oneof(fc.integer({ min: 19_000, max: 22_000 }), anyNumber),
		cardId: fc.oneof(fc.constantFrom('callbacks.q1/answer', 'callbacks.q2/answer'), text),
		deckId: fc.oneof(fc.constantFrom('callbacks', 'lines'), text),
	};
	const duration = fc.oneof(fc.integer({ min: 0, max: 60_000 }), anyNumber);
	const state = (...states: string[]) => fc.constantFrom(...states);
	const plain = (kind: string) => fc.record({ ...base, kind: fc.constant(kind) });
	const event = fc.oneof(
		fc.record({
			...base,
			kind: fc.constant('review'),
			rating: fc.constantFrom(1, 2, 3, 4),
			durationMs: duration,
			from: state('new', 'learning', 'review', 'relearning'),
			outcome: fc.record({
				state: state('learning', 'review', 'relearning'),
				stepsLeft: fc.oneof(fc.nat(3), anyNumber),
				interval: fc.oneof(fc.record({ days: anyNumber }), fc.record({ seconds: anyNumber })),
				leech: fc.boolean(),
				suspended: fc.boolean(),
			}),
			via: fc.constantFrom('review', 'recap'),
		}),
		fc.record({
			...base,
			kind: fc.constant('practice'),
			drill: fc.constantFrom('recap', 'match', 'again'),
			rating: fc.constantFrom(1, 3),
			durationMs: duration,
			confusedWith: fc.option(fc.oneof(fc.constant('Zendaya'), text)),
		}),
		fc.record({ ...base, kind: fc.constant('undo'), undoes: id }),
		fc.record({ ...base, kind: fc.constant('reschedule'), day: anyNumber }),
		fc.record({ ...base, kind: fc.constant('bury'), through: anyNumber }),
		plain('reset'),
		plain('suspend'),
		plain('unsuspend'),
	);
	// Ids are branded and days are too: no arbitrary can know that.
	return event as unknown as fc.Arbitrary<LogEvent>;
}
