import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySnapshot } from './any-snapshot.ts';
import { decodeBackup, encodeBackup } from './backup.ts';
import { EXPORTED_AT } from './example-backup.ts';

test('what is encoded is decoded again, whole', () => {
	fc.assert(
		fc.property(anySnapshot, (given) => {
			const decoded = decodeBackup(encodeBackup(given, EXPORTED_AT));
			const whole = { ok: true, exportedAt: EXPORTED_AT, snapshot: given, isSealed: true };
			expect(decoded).toEqual(whole);
		}),
	);
});

test('two backups of one state differ in their time alone', () => {
	fc.assert(
		fc.property(anySnapshot, (given) => {
			const later = encodeBackup(given, '2031-01-01T00:00:00.000Z');
			expect(later.replace('2031-01-01T00:00:00.000Z', EXPORTED_AT)).toBe(
				encodeBackup(given, EXPORTED_AT),
			);
		}),
	);
});

test('a file that is cut off is refused', () => {
	fc.assert(
		fc.property(anySnapshot, fc.double({ min: 0, max: 0.9999, noNaN: true }), (given, share) => {
			const file = encodeBackup(given, EXPORTED_AT);
			const decoded = decodeBackup(file.slice(0, Math.floor(file.length * share)));
			expect(decoded.ok).toBe(false);
		}),
	);
});

test('a file with a wrong bit is refused, or says the same', () => {
	fc.assert(
		fc.property(anySnapshot, fc.nat(), fc.nat(7), (given, place, bit) => {
			const bytes = new TextEncoder().encode(encodeBackup(given, EXPORTED_AT));
			const index = place % bytes.length;
			bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
			const decoded = decodeBackup(new TextDecoder().decode(bytes));
			if (decoded.ok) expect(decoded.snapshot).toEqual(given);
			else expect(decoded.problems[0]).toMatch(/^(This|The) .+\.$/);
		}),
		{ numRuns: 500 },
	);
});

test('nothing makes it throw', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (anything) => {
			expect(decodeBackup(anything).ok).toBe(false);
		}),
	);
	const parts = fc.record(
		{
			decks: fc.jsonValue(),
			notes: fc.jsonValue(),
			cards: fc.jsonValue(),
			reviews: fc.jsonValue(),
			settings: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(parts, (content) => {
			const file = { format: 'green-room-backup', version: 1, exportedAt: EXPORTED_AT };
			const decoded = decodeBackup(JSON.stringify({ ...file, ...content }));
			expect(decoded.ok || decoded.problems.length > 0).toBe(true);
		}),
	);
});
