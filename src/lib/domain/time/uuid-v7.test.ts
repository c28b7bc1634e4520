import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextIdTime, timeOfUuid, uuidV7 } from './uuid-v7.ts';

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const noise = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('an id has the form of a UUID of version 7', () => {
	expect(uuidV7(0x0123456789ab, new Uint8Array(10).fill(255))).toBe(
		'01234567-89ab-7fff-bfff-ffffffffffff',
	);
	expect(uuidV7(0, new Uint8Array(10))).toBe('00000000-0000-7000-8000-000000000000');
});

test('the time comes back out of it', () => {
	fc.assert(
		fc.property(times, noise, (time, random) => {
			expect(timeOfUuid(uuidV7(time, random))).toBe(time);
		}),
	);
});

test('a later id sorts after an earlier one, whatever their noise', () => {
	fc.assert(
		fc.property(times, times, noise, noise, (a, b, one, other) => {
			fc.pre(a !== b);
			expect(uuidV7(a, one) < uuidV7(b, other)).toBe(a < b);
		}),
	);
});

test('all 74 bits of the noise that count are in the id', () => {
	const ids = new Set<string>();
	for (let bit = 0; bit < 80; bit++) {
		const random = new Uint8Array(10);
		random[bit >> 3] = 1 << (bit & 7);
		ids.add(uuidV7(1, random));
	}
	ids.delete(uuidV7(1, new Uint8Array(10)));
	expect(ids.size).toBe(74);
});

test('other texts have no time, and other times no id', () => {
	expect(timeOfUuid('')).toBeNaN();
	expect(timeOfUuid('7d444840-9dc0-11d1-b245-5ffdce74fad2')).toBeNaN();
	expect(() => uuidV7(-1, new Uint8Array(10))).toThrow('-1');
	expect(() => uuidV7(1.5, new Uint8Array(10))).toThrow('1.5');
	expect(() => uuidV7(2 ** 48, new Uint8Array(10))).toThrow();
	expect(() => uuidV7(1, new Uint8Array(9))).toThrow('10 random bytes');
});

test('the time of the next id goes on even where the clock goes back', () => {
	expect(nextIdTime(1000, 5000)).toBe(5000);
	expect(nextIdTime(5000, 5000)).toBe(5001);
	expect(nextIdTime(5000, 1000)).toBe(5001);
});

test('an id has no time when anything stands before or after it', () => {
	const id = uuidV7(1234, new Uint8Array(10));
	expect(timeOfUuid(id)).toBe(1234);
	expect(timeOfUuid(`x${id}`)).toBeNaN();
	expect(timeOfUuid(`${id}x`)).toBeNaN();
});
