import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How to launch the Chromium of this machine, for Vitest's browser mode and for Playwright. */
export function chromium() {
	const executablePath = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place));
	return {
		...(executablePath ? { executablePath } : {}),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
	};
}
