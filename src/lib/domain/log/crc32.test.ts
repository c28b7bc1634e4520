import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, RunningCrc32 } from './crc32.ts';

test('it is the CRC-32 of every unit, low byte first', () => {
	// The bytes 12345678 in ASCII, two in each unit; their CRC-32 by zlib.
	expect(crc32('\u3231\u3433\u3635\u3837')).toBe('9ae0daaf');
	expect(crc32('')).toBe('00000000');
});

test('told in pieces, as text or as ASCII bytes, it is the same', () => {
	const letters = fc.string({ unit: 'binary-ascii', maxLength: 40 });
	const piece = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		letters.map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
	);
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const running = new RunningCrc32();
			for (const one of pieces) running.add(one);
			const texts = pieces.map((one) =>
				typeof one === 'string' ? one : String.fromCharCode(...one),
			);
			expect(running.digits).toBe(crc32(texts.join('')));
		}),
	);
});
