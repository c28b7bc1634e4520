import { AsciiWriter } from './ascii-writer.ts';

/** Texts in quotes, as JSON has them, one after the other in one array: each by itself takes longer to get. */
export class QuotedTexts {
	readonly bytes: Uint8Array;
	/** Where each begins, and with that where the one before it ends. */
	readonly starts: Int32Array;
	readonly longest: number;

	constructor(texts: readonly string[]) {
		const into = new AsciiWriter();
		this.starts = new Int32Array(texts.length + 1);
		let longest = 0;
		for (const [number, text] of texts.entries()) {
			const json = JSON.stringify(text);
			if (/^[ -~]*$/.test(json)) {
				into.reserve(json.length);
				into.text(json);
				longest = Math.max(longest, json.length);
			}
			this.starts[number + 1] = into.length;
		}
		this.longest = longest;
		this.bytes = into.take();
	}

	/** Whether the text is ASCII: only then is it here. */
	has(number = -1): boolean {
		return (this.starts[number] ?? 0) < (this.starts[number + 1] ?? 0);
	}

	write(into: AsciiWriter, number = -1): void {
		into.part(this.bytes, this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
	}
}
