import { expect, test } from 'vitest';
import { near } from './near.ts';

test('a distance is taken from whole numbers up to 2^50, and from 0 elsewhere: sealed bytes depend on it', () => {
	for (const number of [0, 1, -7, 2 ** 50, -(2 ** 50)]) expect(near(number)).toBe(number);
	for (const number of [0.5, NaN, Infinity, 2 ** 50 + 1, -(2 ** 50) - 1])
		expect(near(number)).toBe(0);
});
