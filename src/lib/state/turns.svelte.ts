/** An act that takes longer than this (ms) shows. */
const SLOW_MS = 200;

/** A person's acts, one at a time, and between them the readings of what was changed elsewhere. */
export class Turns {
	readonly #readAnew: () => Promise<void>;
	#isActing = false;
	#busy = $state(false);
	/** Something was changed elsewhere that was not read here yet. */
	#isBehind = false;
	#reading: Promise<void> | null = null;

	/** @param readAnew reads what was changed elsewhere */
	constructor(readAnew: () => Promise<void>) {
		this.#readAnew = readAnew;
	}

	get isActing(): boolean {
		return this.#isActing;
	}

	/** An act is taking its time. */
	get busy(): boolean {
		return this.#busy;
	}

	/** What is being read now. */
	get reading(): Promise<void> | null {
		return this.#reading;
	}

	/** What comes while an act is under way (a double tap) is dropped, and null; a reading is waited for. */
	async take<T>(act: () => Promise<T>): Promise<T | null> {
		if (this.#isActing) return null;
		this.#isActing = true;
		const slow = setTimeout(() => (this.#busy = true), SLOW_MS);
		try {
			if (this.#reading) await this.#reading;
			return await act();
		} finally {
			clearTimeout(slow);
			this.#isActing = false;
			this.#busy = false;
			this.#catchUp();
		}
	}

	/** Something was changed elsewhere: it is read now, or after the act that is under way. */
	fallBehind(): void {
		this.#isBehind = true;
		this.#catchUp();
	}

	#catchUp(): void {
		if (!this.#isBehind || this.#isActing || this.#reading) return;
		this.#isBehind = false;
		this.#reading = this.#readAnew().finally(() => {
			this.#reading = null;
			this.#catchUp();
		});
	}
}
