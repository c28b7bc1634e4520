/** Writes ASCII into bytes that grow, many times as fast as texts are put together. */
export class AsciiWriter {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** What was written since the last time, as bytes of its own. */
	take(): Uint8Array<ArrayBuffer> {
		const taken = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return taken;
	}

	/** Makes room. Everything below writes without looking. */
	reserve(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
		grown.set(this.#bytes);
		this.#bytes = grown;
	}

	put(letters: Uint8Array): void {
		this.part(letters, 0, letters.length);
	}

	part(letters: Uint8Array, from: number, to: number): void {
		const bytes = this.#bytes;
		let at = this.#length;
		for (let index = from; index < to; index++) bytes[at++] = letters[index] ?? 0;
		this.#length = at;
	}

	text(letters: string): void {
		for (let index = 0; index < letters.length; index++) {
			this.#bytes[this.#length++] = letters.charCodeAt(index);
		}
	}

	/** A number as JSON has it. */
	number(value: number): void {
		if (value >= 0 && value < 1e9 && Number.isInteger(value)) this.digits(value, countOf(value));
		else this.text(JSON.stringify(value));
	}

	/** @param value whole, not negative. @param count how many digits, with zeros before */
	digits(value: number, count: number): void {
		const bytes = this.#bytes;
		let rest = value | 0;
		for (let at = this.#length + count - 1; at >= this.#length; at--) {
			const tenth = (rest / 10) | 0;
			bytes[at] = ZERO + rest - tenth * 10;
			rest = tenth;
		}
		this.#length += count;
	}

	/** Bytes as hexadecimal digits. */
	hex(values: Uint8Array, from: number, count: number): void {
		const bytes = this.#bytes;
		let at = this.#length;
		for (let index = from; index < from + count; index++) {
			const value = values[index] ?? 0;
			bytes[at++] = HEX[value >>> 4] ?? 0;
			bytes[at++] = HEX[value & 0xf] ?? 0;
		}
		this.#length = at;
	}

	/** The lowest bits of a whole number, four to a digit. */
	hexDigits(value: number, count: number): void {
		for (let shift = (count - 1) * 4; shift >= 0; shift -= 4) {
			this.#bytes[this.#length++] = HEX[(value >>> shift) & 0xf] ?? 0;
		}
	}
}

const ZERO = 0x30;
const HEX = asciiOf('0123456789abcdef');

export function asciiOf(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function countOf(value: number): number {
	let count = 1;
	for (let bound = 10; value >= bound; bound *= 10) count++;
	return count;
}
