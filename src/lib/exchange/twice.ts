/** A sentence for each id that is there more than once. @param what has the ids */
export function twice(what: string, ids: readonly string[]): string[] {
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const id of ids) {
		if (seen.has(id)) again.add(id);
		seen.add(id);
	}
	return [...again].map((id) => `The ${what} ${id} is there twice.`);
}
