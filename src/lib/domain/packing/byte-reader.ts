import { DamagedError } from './damaged-error.ts';

const SHORT = 1000;

/** Reads what `ByteWriter` wrote. Whatever the bytes are, it ends: every read takes at least one of them. */
export class ByteReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get left(): number {
		return this.#bytes.length - this.#at;
	}

	byte(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new DamagedError('The bytes end too early.');
		return byte;
	}

	/** A view of the next bytes. */
	bytes(length: number): Uint8Array {
		if (length > this.left) throw new DamagedError('The bytes end too early.');
		this.#at += length;
		return this.#bytes.subarray(this.#at - length, this.#at);
	}

	/** Fills `into` with the next `length` bytes, from a place on. A view for each part takes longer than its reading. */
	fill(into: Uint8Array, from: number, length: number): void {
		if (length > this.left) throw new DamagedError('The bytes end too early.');
		for (let index = from; index < from + length; index++) {
			into[index] = this.#bytes[this.#at++] ?? 0;
		}
	}

	count(): number {
		let byte = this.byte();
		if (byte < 0x80) return byte;
		let value = byte & 0x7f;
		for (let scale = 0x80; byte > 0x7f; scale *= 0x80) {
			byte = this.byte();
			value += (byte & 0x7f) * scale;
			if (value > Number.MAX_SAFE_INTEGER) throw new DamagedError('A number is too large.');
			if (scale > Number.MAX_SAFE_INTEGER) throw new DamagedError('A number is too long.');
		}
		return value;
	}

	number(near = 0): number {
		const code = this.count();
		if (code > 0) return near + (code % 2 === 1 ? (code - 1) / 2 : code / -2);
		const [value = 0] = new Float64Array(this.bytes(8).slice().buffer);
		return value;
	}

	text(): string {
		const code = this.count();
		const length = Math.floor(code / 2);
		if (length > this.left) throw new DamagedError('A text is longer than the bytes left.');
		const isPlain = code % 2 === 0;
		if (isPlain && length <= SHORT) return this.#plain(length);
		const units: number[] = [];
		let text = '';
		for (let index = 0; index < length; index++) {
			const unit = isPlain ? this.byte() : this.count();
			if (unit > (isPlain ? 0x7f : 0xffff)) throw new DamagedError('A letter is none.');
			if (units.push(unit) < 1000) continue;
			text += String.fromCharCode(...units);
			units.length = 0;
		}
		return text + String.fromCharCode(...units);
	}

	/** A short text of one byte a letter, as most are. */
	#plain(length: number): string {
		const letters = this.#bytes.subarray(this.#at, this.#at + length);
		for (let index = 0; index < length; index++) {
			if ((letters[index] ?? 0) > 0x7f) throw new DamagedError('A letter is none.');
		}
		this.#at += length;
		return String.fromCharCode.apply(null, letters as unknown as number[]);
	}

	/** How many parts follow, each at least one byte long. */
	size(): number {
		const size = this.count();
		if (size > this.left) throw new DamagedError('A list is longer than the bytes left.');
		return size;
	}

	/** @throws where something is left */
	end(): void {
		if (this.left > 0) throw new DamagedError('There are more bytes than were packed.');
	}
}
