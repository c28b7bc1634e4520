import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { DamagedError } from './damaged-error.ts';

/** A start shared with the string before is left out, up to so many units: hostile bytes can't blow up. */
const LONGEST_SHARED = 255;

/** Strings, sorted and each once, and the place of each. */
export class StringTable {
	readonly sorted: readonly string[];
	readonly #places: ReadonlyMap<string, number>;

	constructor(strings: Iterable<string>) {
		this.sorted = [...new Set(strings)].sort();
		this.#places = new Map(this.sorted.map((string, index) => [string, index]));
	}

	/** @throws when the string is not in the table */
	place(string: string): number {
		const place = this.#places.get(string);
		if (place === undefined) throw new Error(`No place for ${string}`);
		return place;
	}
}

/** Writes sorted strings by what is new in each. */
export function packStrings(into: ByteWriter, strings: readonly string[]): void {
	into.count(strings.length);
	let before = '';
	for (const string of strings) {
		const shared = sharedStart(before, string);
		into.count(shared);
		into.text(string.slice(shared));
		before = string;
	}
}

export function unpackStrings(from: ByteReader): string[] {
	const strings: string[] = [];
	let before = '';
	for (let left = from.size(); left > 0; left--) {
		const shared = from.count();
		if (shared > Math.min(before.length, LONGEST_SHARED)) {
			throw new DamagedError('A text shares more than there is.');
		}
		before = before.slice(0, shared) + from.text();
		strings.push(before);
	}
	return strings;
}

/** @throws DamagedError when the place is none */
export function stringAt(strings: readonly string[], place: number): string {
	const string = strings[place];
	if (string === undefined) throw new DamagedError('A text is missing.');
	return string;
}

function sharedStart(one: string, other: string): number {
	const most = Math.min(one.length, other.length, LONGEST_SHARED);
	let length = 0;
	while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
	return length;
}
