import { expect, test } from 'vitest';
import { duration } from './duration.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([
	[0, '0 s'],
	[40 * SECOND, '40 s'],
	[59 * SECOND, '59 s'],
	[MINUTE, '1 min'],
	[5 * MINUTE + 40 * SECOND, '6 min'],
	[59 * MINUTE, '59 min'],
	[HOUR, '1 h'],
	[HOUR + 5 * MINUTE, '1 h 5 min'],
	[25 * HOUR, '25 h'],
])('%i ms are told as "%s"', (ms, told) => {
	expect(duration(ms)).toBe(told);
});

test('rounding never tells of 60 seconds or 60 minutes', () => {
	expect(duration(MINUTE - 1)).toBe('1 min');
	expect(duration(HOUR - 1)).toBe('1 h');
});
