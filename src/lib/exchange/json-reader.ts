import { JSONParser } from '@streamparser/json';

/** What is heard of an object while its text comes in. */
export interface JsonListener {
	/** An entry of a list that is a member. The list itself is told empty. */
	readonly entry: (list: string, value: unknown, index: number) => void;
	/** A member, once it is whole. */
	readonly member: (name: string, value: unknown) => void;
}

/** Reads the JSON of one object bit by bit: entries of its lists are not kept, so it may be as large as it likes. */
export class JsonReader {
	readonly #parser = new JSONParser({ paths: ['$', '$.*', '$.*.*'], keepStack: false });
	#isBroken = false;
	#root: unknown;

	constructor({ entry, member }: JsonListener) {
		this.#parser.onValue = ({ value, key, parent, stack }) => {
			const [, list] = stack;
			if (stack.length === 0) this.#root = value;
			else if (!list) {
				if (typeof key === 'string') member(key, value);
			} else if (typeof list.key === 'string' && Array.isArray(parent)) {
				entry(list.key, value, Number(key));
			}
			if (Array.isArray(parent)) parent.length = 0;
		};
	}

	/** Never throws. */
	add(text: string): void {
		this.#try(() => this.#parser.write(text));
	}

	/** What it was: an object without its lists' entries, or something else. Undefined when it is not whole, or no JSON. */
	end(): unknown {
		if (!this.#parser.isEnded) this.#try(() => this.#parser.end());
		return this.#isBroken ? undefined : this.#root;
	}

	#try(work: () => void): void {
		if (this.#isBroken) return;
		try {
			work();
		} catch {
			this.#isBroken = true;
		}
	}
}
