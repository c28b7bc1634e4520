import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const domain = 'src/lib/domain';

/** The folders of the domain whose names a folder's files import. */
function importedBy(folder: string): string[] {
	const files = readdirSync(`${domain}/${folder}`).filter((name) => /(?<!\.test)\.ts$/.test(name));
	const imports = files.flatMap((name) =>
		Array.from(
			readFileSync(`${domain}/${folder}/${name}`, 'utf8').matchAll(/'#lib\/domain\/([^/']+)\//g),
			([, imported]) => imported ?? '',
		),
	);
	return [...new Set(imports)].filter((imported) => imported !== folder);
}

/** A way from a folder back to one it came through; null if there is none. */
function circle(graph: ReadonlyMap<string, readonly string[]>, way: string[]): string[] | null {
	for (const next of graph.get(way.at(-1) ?? '') ?? []) {
		if (way.includes(next)) return [...way.slice(way.indexOf(next)), next];
		const found = circle(graph, [...way, next]);
		if (found) return found;
	}
	return null;
}

test('the folders of the domain build on one another, never in a circle', () => {
	const folders = readdirSync(domain, { withFileTypes: true }).filter((entry) =>
		entry.isDirectory(),
	);
	const graph = new Map(folders.map(({ name }) => [name, importedBy(name)]));
	expect(graph.get('queue')).toContain('cards');
	expect(folders.flatMap(({ name }) => circle(graph, [name]) ?? [])).toEqual([]);
});

test('a circle is found', () => {
	const graph = new Map([
		['cards', ['time']],
		['time', ['log']],
		['log', ['time']],
	]);
	expect(circle(graph, ['cards'])).toEqual(['time', 'log', 'time']);
});
