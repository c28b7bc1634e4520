import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The folders of a room whose names the files of one of them import. */
function importedBy(room: string, folder: string): string[] {
	const place = `src/lib/${room}/${folder}`;
	const files = readdirSync(place).filter((name) => /(?<!\.test)\.ts$/.test(name));
	const imports = files.flatMap((name) =>
		Array.from(
			readFileSync(`${place}/${name}`, 'utf8').matchAll(/'#lib\/(\w+)\/([^/']+)\//g),
			([, of, imported]) => (of === room && imported !== undefined ? [imported] : []),
		).flat(),
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

test.each([
	{ room: 'domain', folder: 'queue', needs: 'cards' },
	{ room: 'storage', folder: 'answering', needs: 'log' },
	{ room: 'workers', folder: 'recovery', needs: 'journal' },
])(
	'the folders of the room $room build on one another, never in a circle',
	({ room, folder, needs }) => {
		const folders = readdirSync(`src/lib/${room}`, { withFileTypes: true }).filter((entry) =>
			entry.isDirectory(),
		);
		const graph = new Map(folders.map(({ name }) => [name, importedBy(room, name)]));
		expect(graph.get(folder)).toContain(needs);
		expect(folders.flatMap(({ name }) => circle(graph, [name]) ?? [])).toEqual([]);
	},
);

test('a circle is found', () => {
	const graph = new Map([
		['cards', ['time']],
		['time', ['log']],
		['log', ['time']],
	]);
	expect(circle(graph, ['cards'])).toEqual(['time', 'log', 'time']);
});
