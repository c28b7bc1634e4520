import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a build is made of. */
const sources = [
	'src',
	'static',
	'content',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
];

/** What stands among the sources without being part of the app. */
const notBuilt = /\.test\.ts$|^src\/serve\/(?!first-script)/;

/** The name of the build that the sources give: the same sources, the same name, on any machine. */
export function sourcesFingerprint() {
	return fingerprint(sources.flatMap(filesUnder).filter((file) => !notBuilt.test(file)));
}

/**
 * A short hash of the names and contents of files; of those that don't exist, of their names.
 *
 * @param {readonly string[]} files
 * @param {readonly string[]} facts what else must be the same
 */
export function fingerprint(files, facts = []) {
	const hash = createHash('sha256');
	for (const fact of facts) hash.update(`${fact}\0`);
	for (const file of files) {
		hash.update(`${file}\0`);
		if (existsSync(file)) hash.update(createHash('sha256').update(readFileSync(file)).digest());
	}
	return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} path a file, a folder, or neither
 * @returns {string[]} sorted, with forward slashes
 */
function filesUnder(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.map((name) => join(path, name))
		.filter((name) => statSync(name).isFile())
		.map((name) => name.replaceAll('\\', '/'))
		.sort();
}
