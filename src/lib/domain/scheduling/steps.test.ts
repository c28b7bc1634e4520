import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSteps, parseSteps } from './steps.ts';

test.each<[string, number[]]>([
	['1m 10m', [60, 600]],
	['1m, 10m', [60, 600]],
	['1m 10m 1d 30s', [60, 600, 86_400, 30]],
	['  15m\t\n2h ', [900, 7200]],
	['1.5m', [90]],
	['0.25h', [900]],
	['365d', [31_536_000]],
	['30s', [30]],
	['10', [600]],
	['1H 2D', [3600, 172_800]],
	['', []],
])('“%s” is read', (text, seconds) => {
	expect(parseSteps(text)).toEqual({ seconds, problems: [] });
});

test.each(['ten', '10x', '-1m', '0m', '0.1s', '1,5m', '1m10m', '400d', '1e3m', 'm', 'NaN', '٣m'])(
	'“%s” is a problem that names it',
	(word) => {
		const { seconds, problems } = parseSteps(`1m ${word} 10m`);
		expect(seconds).toEqual([60, 600]);
		expect(problems).toHaveLength(1);
		expect(problems[0]?.word).toBe(word);
		expect(problems[0]?.message).toContain(word);
	},
);

test('steps are written in their largest whole unit', () => {
	expect(formatSteps([60, 600, 90, 5400, 7200, 86_400, 30])).toBe('1m 10m 90s 90m 2h 1d 30s');
	expect(formatSteps([])).toBe('');
});

test('what is written reads the same again', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 365 * 86_400 })), (seconds) => {
			expect(parseSteps(formatSteps(seconds))).toEqual({ seconds, problems: [] });
		}),
	);
});

test('no text makes it throw', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const { seconds, problems } = parseSteps(text);
			expect(seconds.length + problems.length).toBe(
				text.split(/\s+/).filter((word) => word !== '').length,
			);
		}),
	);
});
