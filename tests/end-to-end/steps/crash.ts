import type { Page } from '@playwright/test';

/** Kills the process that draws a tab. */
export async function crash(tab: Page): Promise<void> {
	const session = await tab.context().newCDPSession(tab);
	const crashed = tab.waitForEvent('crash');
	session.send('Page.crash').catch(() => undefined);
	await crashed;
}
