/** Characters or bytes put into one part. The browser keeps parts out of the memory that scripts share. */
const PART = 1 << 22;

/** The pieces of a backup as a file. */
export function fileOf(pieces: Iterable<string | Uint8Array<ArrayBuffer>>): Blob {
	const parts: Blob[] = [];
	let part: (string | Uint8Array<ArrayBuffer>)[] = [];
	let length = 0;
	for (const piece of pieces) {
		part.push(piece);
		length += piece.length;
		if (length < PART) continue;
		parts.push(new Blob(part));
		part = [];
		length = 0;
	}
	return new Blob([...parts, ...part], { type: 'application/json' });
}
