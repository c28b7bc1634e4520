/** CRC-32 (ISO 3309) of a text's UTF-16 units, low byte first, as eight hexadecimal digits. */
export function crc32(text: string): string {
	return crc32Number(text).toString(16).padStart(8, '0');
}

/** The same as a whole number from 0 to 2^32 − 1. */
export function crc32Number(text: string): number {
	let crc = 0xffffffff;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		crc = step(step(crc, unit & 0xff), unit >>> 8);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

function step(crc: number, byte: number): number {
	return (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});
