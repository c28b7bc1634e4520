import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonReader } from './json-reader.ts';

/** What is heard of a text that comes in pieces, put together again. */
function read(pieces: readonly string[]) {
	const entries = new Map<string, unknown[]>();
	const members: [string, unknown][] = [];
	const reader = new JsonReader({
		entry: (list, value, index) => {
			const known = entries.get(list) ?? [];
			expect(index).toBe(known.length);
			entries.set(list, [...known, value]);
		},
		member: (name, value) => {
			members.push([name, entries.get(name) ?? value]);
			entries.delete(name);
		},
	});
	for (const piece of pieces) reader.add(piece);
	return { root: reader.end(), whole: Object.fromEntries(members) as unknown };
}

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));

test('an object is heard member by member, in whatever pieces its text comes', () => {
	fc.assert(
		fc.property(object, fc.array(fc.nat()), fc.boolean(), (given, cuts, isPretty) => {
			const text = JSON.stringify(given, null, isPretty ? '\t' : undefined);
			const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length];
			const sorted = places.toSorted((a, b) => a - b);
			const pieces = sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
			expect(read(pieces).whole).toEqual(JSON.parse(text));
		}),
	);
});

test('a text is JSON exactly where JSON.parse says so', () => {
	fc.assert(
		fc.property(object, fc.nat(), fc.string({ maxLength: 2 }), (given, place, planted) => {
			const text = JSON.stringify(given);
			const at = place % (text.length + 1);
			const changed = text.slice(0, at) + planted + text.slice(at + 1);
			expect(read([changed]).root !== undefined).toBe(isJson(changed));
		}),
		{ numRuns: 1000 },
	);
});

test.each(['', ' ', '{', '{}}', '{} x', '[1', '{"a":01}', '{"a":1,}', '"a\nb"', 'nul', '{"a" 1}'])(
	'%j is no JSON',
	(text) => {
		expect(read([text]).root).toBeUndefined();
	},
);

test.each([
	['\uFEFF{"a":1} \n', {}],
	['[{"a":1}]', []],
	['7', 7],
])('%j is told for what it is', (text, root) => {
	expect(typeof read([text]).root).toBe(typeof root);
	expect(Array.isArray(read([text]).root)).toBe(Array.isArray(root));
});

test('keys that reach into prototypes are members like others', () => {
	const { whole } = read(['{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":2}}}']);
	expect(JSON.stringify(whole)).toBe(
		'{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":2}}}',
	);
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
