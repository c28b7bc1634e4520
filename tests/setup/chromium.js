import { findChromium } from './find-chromium.js';

/** Nothing but the pages under test may use the network. */
const quiet = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--no-first-run',
];

/**
 * What no test looks at: the pop-ups of the address bar, which a window without a screen would still draw, in a
 * third of the time of a whole test. The last such list holds, so what Playwright switches off is here again.
 */
const unseen = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxFullPopup',
	'AimEnabled',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
];

/** How to launch the Chromium of this machine, for Vitest's browser mode and for Playwright. */
export function chromium() {
	const executablePath = findChromium();
	// Chromium refuses to run sandboxed as root.
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const args = [...quiet, `--disable-features=${unseen.join(',')}`, ...sandbox];
	return { ...(executablePath ? { executablePath } : {}), args };
}
