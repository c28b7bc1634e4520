import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

test('it is the CRC-32 of every unit, low byte first', () => {
	// The bytes 12345678 in ASCII, two in each unit; their CRC-32 by zlib.
	expect(crc32('\u3231\u3433\u3635\u3837')).toBe('9ae0daaf');
	expect(crc32('')).toBe('00000000');
});
