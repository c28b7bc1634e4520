/** Hands out names, each only once. */
export class UniqueNames {
	readonly #taken = new Set<string>();
	/** By name, the number to try next: a name asked for often is found at once. */
	readonly #nextNumbers = new Map<string, number>();

	has(name: string): boolean {
		return this.#taken.has(name);
	}

	/** The name if it is still free, else the name with the first free number from 2 on. */
	take(name: string): string {
		let free = name;
		let number = this.#nextNumbers.get(name) ?? 2;
		for (; this.#taken.has(free); number += 1) free = `${name}-${number}`;
		this.#nextNumbers.set(name, number);
		this.#taken.add(free);
		return free;
	}
}
