import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { nextStamp, SEED_STAMP, type Stamp } from './hybrid-clock.ts';
import {
	deleted,
	edited,
	isDeleted,
	mergeRecords,
	restored,
	stamped,
	type Stamped,
} from './record.ts';

interface Thing {
	readonly id: string;
	readonly name: string;
	readonly options: { readonly limit: number | null };
	readonly tags: readonly string[];
}

const thing: Thing = { id: 'one', name: 'Callbacks', options: { limit: null }, tags: [] };
const at = (time: number, device = 'phone') => nextStamp(SEED_STAMP, time, device as DeviceId);

const stamps = fc.oneof(
	{ arbitrary: fc.constant(SEED_STAMP), weight: 1 },
	{
		arbitrary: fc
			.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('phone', 'laptop'))
			.map(([time, device]): Stamp => at(time, device)),
		weight: 3,
	},
);

/** Few stamps and values, so that ties and conflicts are common. */
const records: fc.Arbitrary<Stamped<Thing>> = fc.record({
	value: fc.record({
		id: fc.constant('one'),
		name: fc.constantFrom('a', 'b', 'c'),
		options: fc.record({ limit: fc.option(fc.nat(2)) }),
		tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
	}),
	stamps: fc.record({ id: stamps, name: stamps, options: stamps, tags: stamps }),
	deleted: fc.option(stamps),
});

describe('merging', () => {
	test('is commutative', () => {
		fc.assert(
			fc.property(records, records, (a, b) => {
				expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
			}),
			{ numRuns: 2000 },
		);
	});

	test('is associative', () => {
		fc.assert(
			fc.property(records, records, records, (a, b, c) => {
				expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
			}),
			{ numRuns: 2000 },
		);
	});

	test('is idempotent', () => {
		fc.assert(
			fc.property(records, records, (a, b) => {
				expect(mergeRecords(a, a)).toEqual(a);
				expect(mergeRecords(mergeRecords(a, b), b)).toEqual(mergeRecords(a, b));
			}),
		);
	});

	test('keeps both edits where two devices changed different fields', () => {
		const start = stamped(thing, SEED_STAMP);
		const named = edited(start, { name: 'Second round' }, at(5));
		const limited = edited(start, { options: { limit: 3 } }, at(4));
		expect(mergeRecords(named, limited).value).toEqual({
			...thing,
			name: 'Second round',
			options: { limit: 3 },
		});
	});

	test('keeps the later of two edits of one field, whichever comes first', () => {
		const start = stamped(thing, SEED_STAMP);
		const earlier = edited(start, { name: 'Earlier' }, at(4));
		const later = edited(start, { name: 'Later' }, at(5, 'laptop'));
		expect(mergeRecords(later, earlier).value.name).toBe('Later');
		expect(mergeRecords(earlier, later).value.name).toBe('Later');
	});

	test('takes a field over that an older copy didn’t have', () => {
		const { id, name, options } = thing;
		const old = stamped({ id, name, options }, at(9)) as unknown as Stamped<Thing>;
		const merged = mergeRecords(old, stamped(thing, SEED_STAMP));
		expect(merged.value.tags).toEqual([]);
		expect(merged.stamps.tags).toBe(SEED_STAMP);
		expect(mergeRecords(stamped(thing, SEED_STAMP), old)).toEqual(merged);
	});
});

describe('an edit', () => {
	test('stamps what it changes and nothing else', () => {
		const record = edited(stamped(thing, SEED_STAMP), { name: 'New', tags: [] }, at(3));
		expect(record.stamps).toEqual({ ...stamped(thing, SEED_STAMP).stamps, name: at(3) });
	});
});

describe('a deletion', () => {
	test('holds against copies that were written before it, and merges like any write', () => {
		const start = stamped(thing, at(1));
		const gone = deleted(start, at(5));
		expect(isDeleted(gone)).toBe(true);
		expect(isDeleted(mergeRecords(start, gone))).toBe(true);
		expect(isDeleted(mergeRecords(gone, edited(start, { name: 'Before' }, at(4))))).toBe(true);
		expect(mergeRecords(gone, deleted(start, at(7))).deleted).toBe(at(7));
	});

	test('yields to an edit that came after it', () => {
		const start = stamped(thing, at(1));
		const edit = edited(start, { name: 'After' }, at(6, 'laptop'));
		const merged = mergeRecords(deleted(start, at(5)), edit);
		expect(isDeleted(merged)).toBe(false);
		expect(merged.value.name).toBe('After');
	});

	test('can be taken back, also where another device knows only of the deletion', () => {
		const gone = deleted(stamped(thing, at(1)), at(5));
		const back = restored(gone, at(6));
		expect(isDeleted(back)).toBe(false);
		expect(isDeleted(mergeRecords(gone, back))).toBe(false);
		expect(back.value).toEqual(thing);
		expect(isDeleted(deleted(back, at(7)))).toBe(true);
	});

	test('of seeded content stays when the content is seeded again', () => {
		const gone = deleted(stamped(thing, SEED_STAMP), at(5));
		const seeded = stamped({ ...thing, name: 'New edition' }, SEED_STAMP);
		expect(isDeleted(mergeRecords(gone, seeded))).toBe(true);
	});
});
