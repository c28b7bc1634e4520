import { expect, test } from 'vitest';
import { readMinutes } from './read-minutes.ts';

test.each([
	['15', 15],
	[' 7.5 ', 7.5],
	['5,5', 5.5],
	['0', 0],
	['', null],
	['  ', null],
])('“%s” is understood', (text, minutes) => {
	expect(readMinutes(text)).toBe(minutes);
});

test.each(['1e2', '0x10', '-5', '+5', '5,', '.5', '1.000,5', '10 min', 'Infinity', '٣'])(
	'“%s” is not taken for a number of minutes',
	(text) => {
		expect(readMinutes(text)).toBeNaN();
	},
);
