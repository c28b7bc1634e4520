import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * A Chromium of this machine: the one CHROMIUM_PATH names, the system's, or Playwright's own.
 *
 * @returns {string | null} its path; null if there is none
 */
export function findChromium() {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH is "${named}", and there is no such file.`);
	}
	return systemsPlaces().find(works) ?? playwrights();
}

/** Where systems keep a Chromium or one of its kin. */
function systemsPlaces() {
	switch (process.platform) {
		case 'darwin':
			return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
				(app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
			);
		case 'win32':
			return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
				.flatMap((variable) => process.env[variable] ?? [])
				.flatMap((folder) => [
					`${folder}\\Chromium\\Application\\chrome.exe`,
					`${folder}\\Google\\Chrome\\Application\\chrome.exe`,
					`${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
				]);
		default:
			return [
				'/usr/bin/chromium',
				'/usr/bin/chromium-browser',
				'/usr/bin/google-chrome',
				'/usr/bin/google-chrome-stable',
				'/usr/local/bin/chromium',
				'/usr/local/bin/google-chrome',
			];
	}
}

/**
 * On some systems the file is only a note that says where to get the browser; asking its version tells.
 * Windows' browsers would open a window instead of answering.
 *
 * @param {string} path
 */
function works(path) {
	if (!existsSync(path)) return false;
	return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0;
}

/** The Chromium that `playwright install` has downloaded, if it has. */
function playwrights() {
	const require = createRequire(import.meta.url);
	const { chromium } = /** @type {typeof import('playwright')} */ (require('playwright'));
	const path = chromium.executablePath();
	return existsSync(path) ? path : null;
}
