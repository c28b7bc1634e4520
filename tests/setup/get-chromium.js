import { existsSync } from 'node:fs';
import { run } from '../../src/serve/run.js';
import { findChromium } from './find-chromium.js';

/**
 * Finds a Chromium, or gets one: from the system's packages if we may install them, else by download.
 *
 * @returns {Promise<string>} its path
 */
export async function getChromium() {
	for (const get of [fromSystem, byDownload]) {
		const path = findChromium();
		if (path) return path;
		await get();
	}
	const path = findChromium();
	if (path) return path;
	console.error(
		'\nThe tests need a Chromium, and none could be found, installed or downloaded.\n' +
			'Install Chromium or Chrome, or set CHROMIUM_PATH to the program.',
	);
	process.exit(1);
}

async function fromSystem() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	console.log('No Chromium here: installing the system’s …');
	const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-q'], quiet);
	await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
}

async function byDownload() {
	console.log('No Chromium here: downloading Playwright’s …');
	await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
}
