import { describe, expect, test } from 'vitest';
import { readPercent, readSteps, readWhole } from './read-field.ts';

describe('a whole number', () => {
	const read = readWhole(1, 100);
	const refused = { problem: 'Please enter a whole number from 1 to 100.' };

	test.each([
		['1', 1],
		['100', 100],
		[' 42 ', 42],
		['007', 7],
	])('is read from "%s"', (text, value) => {
		expect(read(text)).toEqual({ value });
	});

	test.each(['', ' ', '0', '101', '-5', '1.5', '1e2', '0x10', 'ten', '5 0', 'Infinity'])(
		'is not read from "%s"',
		(text) => {
			expect(read(text)).toEqual(refused);
		},
	);
});

describe('a percentage', () => {
	const read = readPercent(70, 99);

	test.each(['90', '90%', '90 %', ' 90 % '])('is read from "%s"', (text) => {
		expect(read(text)).toEqual({ value: 90 });
	});

	test.each(['69', '100%', '90%%', '0.9', '%'])('is not read from "%s"', (text) => {
		expect(read(text)).toEqual({ problem: 'Please enter a whole number from 70 to 99.' });
	});
});

describe('steps', () => {
	test('are read as seconds', () => {
		expect(readSteps('30s 10m 1d')).toEqual({ value: [30, 600, 86_400] });
	});

	test('may be none at all', () => {
		expect(readSteps('  ')).toEqual({ value: [] });
	});

	test('are refused with the first word that is none', () => {
		const reading = readSteps('10m soon later');
		expect(reading).toEqual({ problem: '“soon” is not a step. Write 30s, 10m, 1.5h or 1d.' });
	});
});
