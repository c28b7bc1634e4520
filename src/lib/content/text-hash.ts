const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A short name for a text, the same wherever and whenever it is computed: FNV-1a with 64 bits over the
 * UTF-16 code units, in base 36. Upper and lower case, marks and the width of spaces make no difference.
 */
export function textHash(text: string): string {
	const normal = text.replaceAll('==', '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
	let hash = OFFSET_BASIS;
	for (let index = 0; index < normal.length; index += 1) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(normal.charCodeAt(index))) * PRIME);
	}
	return hash.toString(36);
}
