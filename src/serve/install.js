import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.js';
import { npm } from './run.js';

const marker = 'node_modules/.installed-for';

/** Installs the packages, unless those in node_modules are the right ones already. */
export async function install() {
	if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted()) return;
	console.log('Installing packages …');
	// Vite and the test runners are development dependencies, wanted even where NODE_ENV is "production".
	const options = ['--include=dev', '--no-audit', '--no-fund'];
	// Quiet: it refuses a lock that was written where packages for other machines could not be had. `install` does not.
	const exactly = ['ci', ...options, '--loglevel=silent'];
	const clean = !existsSync('node_modules') && (await npm(exactly)) === 0;
	if (!clean && (await npm(['install', ...options])) !== 0) {
		console.error(
			'\nThe packages could not be installed. The reason stands above, in npm’s words.',
		);
		process.exit(1);
	}
	writeFileSync(marker, wanted());
}

/** Packages may differ by machine and by Node: some have native parts. */
function wanted() {
	const machine = [process.version, process.platform, process.arch];
	return fingerprint(['package.json', 'package-lock.json'], machine);
}
