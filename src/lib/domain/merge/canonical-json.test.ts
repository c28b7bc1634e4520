import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('the order of keys makes no difference, at any depth', () => {
	expect(canonicalJson({ a: [{ b: 1, c: 2 }], d: null })).toBe(
		canonicalJson({ d: null, a: [{ c: 2, b: 1 }] }),
	);
});

test('different values have different texts, and every value has one', () => {
	expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
	expect(canonicalJson('1')).not.toBe(canonicalJson(1));
	expect(canonicalJson(undefined)).toBe('[null]');
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const plain: unknown = JSON.parse(JSON.stringify(value));
			expect(JSON.parse(canonicalJson(value))).toEqual([plain]);
		}),
	);
});
