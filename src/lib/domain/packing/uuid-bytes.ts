/**
 * A UUID in two parts: its first 48 bits as a number, which in version 7 are milliseconds, and the other ten
 * bytes.
 */
export interface UuidBytes {
	readonly time: number;
	readonly rest: Uint8Array;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Null for a text that is not a UUID in small letters. */
export function bytesOfUuid(text: string): UuidBytes | null {
	if (!uuid.test(text)) return null;
	const rest = new Uint8Array(10);
	const digits = text.slice(14, 18) + text.slice(19, 23) + text.slice(24);
	for (let index = 0; index < 10; index++) {
		rest[index] = parseInt(digits.slice(index * 2, index * 2 + 2), 16);
	}
	return { time: parseInt(text.slice(0, 8) + text.slice(9, 13), 16), rest };
}

/** @param time 0 to 2^48 − 1 @param rest ten bytes */
export function uuidOfBytes(time: number, rest: Uint8Array): string {
	const high = Math.floor(time / 0x10000);
	return (
		`${pair(high >>> 16)}${pair(high)}-${pair(time % 0x10000)}-${at(rest, 0)}-${at(rest, 2)}-` +
		`${at(rest, 4)}${at(rest, 6)}${at(rest, 8)}`
	);
}

function at(bytes: Uint8Array, index: number): string {
	return (hex[bytes[index] ?? 0] ?? '') + (hex[bytes[index + 1] ?? 0] ?? '');
}

function pair(value: number): string {
	return (hex[(value >>> 8) & 0xff] ?? '') + (hex[value & 0xff] ?? '');
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
