/** CRC-32 (ISO 3309) of a text's UTF-16 units, low byte first, as eight hexadecimal digits. */
export function crc32(text: string): string {
	return hex(crc32Number(text));
}

/** The same as a whole number from 0 to 2^32 − 1. */
export function crc32Number(text: string): number {
	return ~withText(-1, text) >>> 0;
}

/** The CRC-32 of a text that is told in pieces. */
export class RunningCrc32 {
	#crc = -1;

	/** @param piece text, or the bytes of one that is ASCII throughout */
	add(piece: string | Uint8Array): void {
		const { length } = piece;
		this.#crc =
			typeof piece === 'string' ? withText(this.#crc, piece) : withAscii(this.#crc, piece, length);
	}

	/** Of all so far, as `crc32` gives it. */
	get digits(): string {
		return hex(~this.#crc >>> 0);
	}
}

function hex(value: number): string {
	return value.toString(16).padStart(8, '0');
}

function withText(before: number, text: string): number {
	let crc = before;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		crc = step(step(crc, unit & 0xff), unit >>> 8);
	}
	return crc;
}

/** Eight units at once, by a table for each place ("slicing", Kounavis and Berry 2005): every other byte is 0. */
function withAscii(before: number, bytes: Uint8Array, length: number): number {
	let crc = before;
	let index = 0;
	for (const last = length - 8; index <= last; index += 8) {
		crc ^= (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 16);
		crc =
			(tables[0xf00 | (crc & 0xff)] ?? 0) ^
			(tables[0xe00 | ((crc >>> 8) & 0xff)] ?? 0) ^
			(tables[0xd00 | ((crc >>> 16) & 0xff)] ?? 0) ^
			(tables[0xc00 | (crc >>> 24)] ?? 0) ^
			(tables[0xb00 | (bytes[index + 2] ?? 0)] ?? 0) ^
			(tables[0x900 | (bytes[index + 3] ?? 0)] ?? 0) ^
			(tables[0x700 | (bytes[index + 4] ?? 0)] ?? 0) ^
			(tables[0x500 | (bytes[index + 5] ?? 0)] ?? 0) ^
			(tables[0x300 | (bytes[index + 6] ?? 0)] ?? 0) ^
			(tables[0x100 | (bytes[index + 7] ?? 0)] ?? 0);
	}
	for (; index < length; index++) crc = step(step(crc, bytes[index] ?? 0), 0);
	return crc;
}

function step(crc: number, byte: number): number {
	return (crc >>> 8) ^ (tables[(crc ^ byte) & 0xff] ?? 0);
}

/** 256 entries for each place: what a byte does to the sum when so many bytes follow it. */
const tables = new Int32Array(16 * 256);
for (let byte = 0; byte < 256; byte++) {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	tables[byte] = value;
}
for (let place = 256; place < tables.length; place++) {
	const before = tables[place - 256] ?? 0;
	tables[place] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
}
