/** CRC-32 (ISO 3309) of bytes, as an unsigned number. */
export function crc32OfBytes(bytes: Uint8Array): number {
	let crc = -1;
	for (let index = 0; index < bytes.length; index++) {
		crc = (crc >>> 8) ^ (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
	}
	return ~crc >>> 0;
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});
