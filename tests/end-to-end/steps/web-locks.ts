import type { Page } from '@playwright/test';

/** Lets whatever of a page or its workers gets this Web Lock do nothing but hold it from then on. */
export async function holdForEver(page: Page, lock: string): Promise<void> {
	const source = `{
		const { request } = LockManager.prototype;
		LockManager.prototype.request = function (name, ...rest) {
			const holds = name === ${JSON.stringify(lock)};
			return request.call(this, name, ...(holds ? [() => new Promise(() => {})] : rest));
		};
	}`;
	await page.addInitScript(source);
	await page.route('**/workers/*.js', async (route) => {
		const body = `${source}\n${await (await route.fetch()).text()}`;
		await route.fulfill({ contentType: 'text/javascript', body });
	});
}

/** Names of the locks that tabs and workers hold, and of those they wait for. */
export function locksOf(page: Page): Promise<{ held: string[]; pending: string[] }> {
	return page.evaluate(async () => {
		const { held = [], pending = [] } = await navigator.locks.query();
		const names = (locks: LockInfo[]) => locks.map(({ name }) => name ?? '');
		return { held: names(held), pending: names(pending) };
	});
}
