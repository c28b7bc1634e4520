/** Bytes that grow at the end. `ByteReader` reads them back in the same order. */
export class ByteWriter {
	#bytes = new Uint8Array(64);
	#length = 0;

	/** A view that the next write makes invalid. */
	get written(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	byte(value: number): void {
		this.#reserve(1);
		this.#bytes[this.#length++] = value;
	}

	bytes(values: Uint8Array): void {
		this.#reserve(values.length);
		this.#bytes.set(values, this.#length);
		this.#length += values.length;
	}

	/** A whole number from 0 to 2^53 − 1, seven bits to a byte, low bits first (LEB128). */
	count(value: number): void {
		this.#reserve(8);
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
			rest = Math.floor(rest / 0x80);
		}
		this.#bytes[this.#length++] = rest;
	}

	/**
	 * Any number, exactly. Short where it is whole and near to `near`, which the reader must know too; else
	 * a 0 and its eight bytes.
	 *
	 * @param near a whole number between −2^50 and 2^50
	 */
	number(value: number, near = 0): void {
		if (Number.isInteger(value) && Math.abs(value) <= 2 ** 50 && !Object.is(value, -0)) {
			const step = value - near;
			this.count(step >= 0 ? step * 2 + 1 : step * -2);
		} else {
			this.count(0);
			this.bytes(new Uint8Array(Float64Array.of(value).buffer));
		}
	}

	/** Any text, lone surrogates included: its length, doubled, plus 1 where a unit takes more than a byte. */
	text(value: string): void {
		let isPlain = true;
		for (let index = 0; index < value.length; index++) {
			if (value.charCodeAt(index) > 0x7f) isPlain = false;
		}
		this.count(value.length * 2 + (isPlain ? 0 : 1));
		for (let index = 0; index < value.length; index++) this.count(value.charCodeAt(index));
	}

	#reserve(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
		grown.set(this.#bytes);
		this.#bytes = grown;
	}
}
