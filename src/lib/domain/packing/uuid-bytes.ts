/**
 * A UUID in two parts: its first 48 bits as a number, which in version 7 are milliseconds, and the other ten
 * bytes.
 */
export interface UuidBytes {
	readonly time: number;
	readonly rest: Uint8Array;
}

const LENGTH = 36;

/** Null for a text that is not a UUID in small letters. */
export function bytesOfUuid(text: string): UuidBytes | null {
	if (text.length !== LENGTH) return null;
	let time = 0;
	const rest = new Uint8Array(10);
	for (let index = 0, digit = 0; index < LENGTH; index++) {
		const code = text.charCodeAt(index);
		if (index === 8 || index === 13 || index === 18 || index === 23) {
			if (code !== HYPHEN) return null;
			continue;
		}
		const value = valueOf(code);
		if (value < 0) return null;
		if (digit < 12) time = time * 16 + value;
		else {
			const place = (digit - 12) >> 1;
			rest[place] = ((rest[place] ?? 0) << 4) | value;
		}
		digit++;
	}
	return { time, rest };
}

/**
 * Made letter by letter: joining pieces takes five times as long, and ids are most of the time it takes to
 * read a log.
 *
 * @param time 0 to 2^48 − 1
 * @param rest bytes of which ten count, the first of them at `from`
 */
export function uuidOfBytes(time: number, rest: Uint8Array, from = 0): string {
	const high = Math.floor(time / 0x10000);
	const low = time % 0x10000;
	put(0, high >>> 24);
	put(2, high >>> 16);
	put(4, high >>> 8);
	put(6, high);
	put(9, low >>> 8);
	put(11, low);
	for (let index = 0; index < 10; index++) put(PLACES[index] ?? 0, rest[from + index] ?? 0);
	return String.fromCharCode.apply(null, letters);
}

const HYPHEN = 0x2d;
const PLACES = [14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const letters = Array.from({ length: LENGTH }, () => HYPHEN);

function put(place: number, byte: number): void {
	letters[place] = digits[(byte >>> 4) & 0xf] ?? 0;
	letters[place + 1] = digits[byte & 0xf] ?? 0;
}

/** Of a hexadecimal digit in small letters; −1 for anything else. */
function valueOf(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

/** Below 0 where the bytes at one place come before those at another; 0 where they are the same. */
export function compareBytes(
	bytes: Uint8Array,
	one: number,
	other: number,
	length: number,
): number {
	for (let index = 0; index < length; index++) {
		const difference = (bytes[one + index] ?? 0) - (bytes[other + index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
