import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { missingRuns } from './missing.ts';
import {
	emptySentinel,
	mergeSentinels,
	readSentinel,
	shortfall,
	type Sentinel,
} from './sentinel.ts';

const own = 'own' as DeviceId;
const other = 'other' as DeviceId;
const stampAt = (time: number) => `${time.toString(16).padStart(12, '0')}-0000-own` as Stamp;

function sentinel(count: number, changes: Partial<Sentinel> = {}): Sentinel {
	const heads = { [own]: { sequence: count, count, hash: count * 31 } };
	return { generation: 1, own, stamp: stampAt(5), heads, ...changes };
}

const anySentinel = fc
	.record({
		generation: fc.integer({ min: 0, max: 2 }),
		count: fc.integer({ min: 0, max: 9 }),
		stamp: fc.constantFrom(SEED_STAMP, stampAt(1), stampAt(2)),
		device: fc.constantFrom(own, other),
	})
	.map(({ generation, count, stamp, device }): Sentinel => {
		const heads = { [device]: { sequence: count, count, hash: count } };
		return { generation, own, stamp, heads };
	});

test('a database that holds as much as was seen, or more, lost nothing', () => {
	expect(shortfall(sentinel(5), sentinel(5))).toBeNull();
	expect(shortfall(sentinel(6), sentinel(5))).toBeNull();
	expect(shortfall(emptySentinel, emptySentinel)).toBeNull();
});

test.each([
	['fewer events', sentinel(3), { entries: 2 }],
	[
		'other events',
		sentinel(5, { heads: { [own]: { sequence: 5, count: 5, hash: 1 } } }),
		{ differs: true },
	],
	['nothing', emptySentinel, { entries: 5, outdated: true }],
	['an earlier generation', sentinel(9, { generation: 0 }), { outdated: true }],
	['earlier decks and notes', sentinel(5, { stamp: stampAt(4) }), { content: stampAt(5) }],
])('a database with %s lost something', (_, present, loss) => {
	expect(shortfall(present, sentinel(5))).toMatchObject(loss);
});

test('after a restore or a wipe, what was seen before is no loss', () => {
	expect(shortfall(sentinel(1, { generation: 2 }), sentinel(5))).toBeNull();
});

test('sentinels merge in any order, and what they merge to knows what each knew', () => {
	fc.assert(
		fc.property(anySentinel, anySentinel, (a, b) => {
			const merged = mergeSentinels(a, b);
			expect(mergeSentinels(b, a)).toEqual(merged);
			expect(shortfall(merged, a)).toBeNull();
			expect(shortfall(merged, b)).toBeNull();
		}),
	);
});

test('what is no sentinel is not taken for one', () => {
	expect(readSentinel(JSON.parse(JSON.stringify(sentinel(2))))).toEqual(sentinel(2));
	for (const junk of [
		null,
		3,
		{},
		{ ...sentinel(2), heads: { a: 1 } },
		{ ...sentinel(2), own: 3 },
	]) {
		expect(readSentinel(junk)).toBeNull();
	}
});

test('missing events are told by the moments between which they happened', () => {
	const event = (sequence: number) =>
		({ device: own, sequence, at: sequence * 100 }) as unknown as LogEvent;
	const seen = sentinel(9);
	expect(missingRuns(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9].map(event))).toEqual([]);
	expect(missingRuns(seen, [6, 1, 2, 5].map(event))).toEqual([
		{ device: own, entries: 2, after: 200, before: 500 },
		{ device: own, entries: 3, after: 600, before: null },
	]);
	expect(missingRuns(seen, [])).toEqual([{ device: own, entries: 9, after: null, before: null }]);
	const afterWipe = { ...seen, heads: { [own]: { sequence: 9, count: 3, hash: 0 } } };
	expect(missingRuns(afterWipe, [event(7), event(9)])).toEqual([
		{ device: own, entries: 1, after: 700, before: 900 },
	]);
});
