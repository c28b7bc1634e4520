import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarks, stripMarks, type Span } from './marks.ts';

test.each<[string, Span[]]>([
	['', []],
	['No mark at all', [{ text: 'No mark at all', mark: null }]],
	[
		'Wear a ==hint== of the ==role==.',
		[
			{ text: 'Wear a ', mark: null },
			{ text: 'hint', mark: 1 },
			{ text: ' of the ', mark: null },
			{ text: 'role', mark: 2 },
			{ text: '.', mark: null },
		],
	],
	['==All of it==', [{ text: 'All of it', mark: 1 }]],
	[
		'==a====b==',
		[
			{ text: 'a', mark: 1 },
			{ text: 'b', mark: 2 },
		],
	],
	['a == b == c', [{ text: 'a == b == c', mark: null }]],
	['==open', [{ text: '==open', mark: null }]],
	['====', [{ text: '====', mark: null }]],
	['== a==', [{ text: '== a==', mark: null }]],
	['==over\ntwo lines==', [{ text: 'over\ntwo lines', mark: 1 }]],
	[
		'==1 == 1== is true',
		[
			{ text: '1 == 1', mark: 1 },
			{ text: ' is true', mark: null },
		],
	],
])('“%s” is split at its marks', (text, spans) => {
	expect(parseMarks(text)).toEqual(spans);
});

const texts = fc
	.array(fc.constantFrom('==', '=', ' ', 'a', 'bc', '\n', '“', '🎭'), { maxLength: 30 })
	.map((parts) => parts.join(''));

test('nothing of a text is lost: with the fences put back the spans are the text', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const spans = parseMarks(text);
			const again = spans.map(({ text, mark }) => (mark === null ? text : `==${text}==`)).join('');
			expect(again).toBe(text);
			expect(stripMarks(text)).toBe(spans.map((span) => span.text).join(''));
		}),
		{ numRuns: 2000 },
	);
});

test('marks count from one, are never empty and neither begin nor end with white space', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const marks = parseMarks(text).filter(({ mark }) => mark !== null);
			expect(marks.map(({ mark }) => mark)).toEqual(marks.map((_, index) => index + 1));
			for (const mark of marks) expect(mark.text).toMatch(/^\S(?:[^]*\S)?$/u);
		}),
		{ numRuns: 2000 },
	);
});

test('a very long text of fences that never close takes no time to speak of', () => {
	const text = '==a '.repeat(100_000);
	expect(parseMarks(text)).toEqual([{ text, mark: null }]);
	expect(parseMarks('=='.repeat(200_000)).length).toBeGreaterThan(0);
}, 2000);
