import { readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { build } from 'vite';

/**
 * Bytes of minified code by the module they come from, for each script of the app.
 *
 * @typedef {ReadonlyMap<string, ReadonlyMap<string, number>>} Composition
 */

/**
 * Makes the production build, the same to the byte as `npm run build` makes it, and says what is in it.
 *
 * @returns {Promise<Composition>} by the script's path in build/
 */
export async function recordBuild() {
	// Maps are made and read, but neither named in the scripts nor kept.
	await build({ logLevel: 'error', build: { sourcemap: 'hidden' } });
	/** @type {Map<string, ReadonlyMap<string, number>>} */
	const composition = new Map();
	for (const folder of ['.svelte-kit/output/client', 'build']) {
		const files = await readdir(folder, { recursive: true });
		for (const file of files.filter((name) => /\.js\.map(\.br|\.gz)?$/.test(name))) {
			const map = `${folder}/${file}`;
			if (file.endsWith('.map')) {
				const code = await readFile(map.slice(0, -'.map'.length), 'utf8');
				const name = file.slice(0, -'.map'.length).replaceAll('\\', '/');
				composition.set(name, bytesByModule(code, await readFile(map, 'utf8')));
			}
			await rm(map);
		}
	}
	return composition;
}

/**
 * @param {string} code
 * @param {string} map its source map, as JSON
 */
function bytesByModule(code, map) {
	const sources = new SourceMap(JSON.parse(map));
	/** @type {Map<string, number>} */
	const bytes = new Map();
	let module = '';
	for (const [line, text] of code.split('\n').entries()) {
		for (let column = 0; column < text.length; column++) {
			const entry = sources.findEntry(line, column);
			// A component's markup becomes code without a source of its own: it counts with its neighbour.
			if ('originalSource' in entry && entry.originalSource) module = entry.originalSource;
			bytes.set(module, (bytes.get(module) ?? 0) + 1);
		}
	}
	return bytes;
}
