/** @typedef {import('playwright').Page} Page */

/**
 * Long work of the app, begun with a button: how long it takes, and the longest task of the main thread meanwhile.
 *
 * @param {Page} page
 * @param {string} url
 * @param {string} button
 * @param {RegExp} done the text that tells its end
 * @returns {Promise<{ seconds: number, longestTaskMs: number, told: boolean }>} `told`: whether there was a progress bar
 */
export async function watched(page, url, button, done) {
	await page.goto(url);
	await page.getByRole('button', { name: button, exact: true }).waitFor();
	// What the start of the app still does is no part of the work.
	await page.waitForTimeout(3000);
	await watchTasks(page);
	const start = performance.now();
	await page.getByRole('button', { name: button, exact: true }).click();
	const told = await page
		.getByRole('progressbar')
		.first()
		.waitFor({ timeout: 5000 })
		.then(
			() => true,
			() => false,
		);
	await page.getByText(done).first().waitFor({ state: 'attached', timeout: 900_000 });
	const seconds = (performance.now() - start) / 1000;
	return { seconds, longestTaskMs: await longestTask(page), told };
}

/** @param {Page} page from now on */
export async function watchTasks(page) {
	await page.evaluate(() => {
		const tasks = /** @type {number[]} */ ([]);
		Object.assign(window, { longTasks: tasks });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ type: 'longtask' });
	});
}

/**
 * Milliseconds; 0 when none took 50.
 *
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function longestTask(page) {
	return page.evaluate(() =>
		Math.max(0, .../** @type {number[]} */ (Reflect.get(window, 'longTasks'))),
	);
}
