import { findChromium } from './find-chromium.js';

/** Nothing but the pages under test may use the network. */
const quiet = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--no-first-run',
];

/** How to launch the Chromium of this machine, for Vitest's browser mode and for Playwright. */
export function chromium() {
	const executablePath = findChromium();
	// Chromium refuses to run sandboxed as root.
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return { ...(executablePath ? { executablePath } : {}), args: [...quiet, ...sandbox] };
}
