/**
 * The tags with those that were typed, each once whatever its capitals. As in Anki a tag holds no space:
 * spaces and commas part them.
 */
export function withTags(tags: readonly string[], typed: string): string[] {
	const all = [...tags];
	const known = new Set(all.map((tag) => tag.toLowerCase()));
	for (const tag of typed.split(/[\s,]+/u)) {
		if (tag === '' || known.has(tag.toLowerCase())) continue;
		known.add(tag.toLowerCase());
		all.push(tag);
	}
	return all;
}
