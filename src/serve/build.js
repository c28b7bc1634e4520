import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourcesFingerprint } from './fingerprint.js';
import { npm } from './run.js';

/** Written when a build is complete: one that was broken off looks like any other. */
const marker = '.svelte-kit/complete-build';

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await build();

/** Builds the app, unless build/ holds what the sources would give. */
export async function build() {
	const wanted = sourcesFingerprint();
	if (wanted === builtFrom()) return;
	rmSync(marker, { force: true });
	console.log('Building the app …');
	if ((await npm(['run', '--silent', 'build', '--', '--logLevel', 'warn'])) !== 0) {
		console.error('\nThe app could not be built. The reason stands above.');
		process.exit(1);
	}
	writeFileSync(marker, wanted);
}

/** The fingerprint that build/ was made from; null if there is no complete build. */
function builtFrom() {
	// SvelteKit puts the version's name, which is the fingerprint, beside the code it belongs to.
	const version = 'build/_app/version.json';
	if (!existsSync(version) || !existsSync(marker)) return null;
	const complete = readFileSync(marker, 'utf8');
	return readFileSync(version, 'utf8').includes(`"${complete}"`) ? complete : null;
}
