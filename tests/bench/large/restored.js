import { longestTask, watchTasks } from './watched.js';

/**
 * A backup of one collection, saved and restored in a browser that has none.
 *
 * @param {import('playwright').BrowserType} browsers
 * @param {object} options what to launch it with
 * @param {import('playwright').Page} from a page of the app with the collection
 * @param {string} origin
 */
export async function restored(browsers, options, from, origin) {
	await from.goto(`${origin}/transfer`);
	const downloading = from.waitForEvent('download');
	await from.getByRole('button', { name: 'Save a backup' }).click();
	const file = await (await downloading).path();
	const browser = await browsers.launch(options);
	try {
		const page = await browser.newPage({ serviceWorkers: 'block' });
		page.setDefaultTimeout(1_800_000);
		await page.goto(`${origin}/transfer`);
		await page.getByRole('button', { name: 'Save a backup' }).waitFor();
		await page.waitForTimeout(3000);
		await watchTasks(page);
		let start = performance.now();
		const passed = () => {
			const seconds = (performance.now() - start) / 1000;
			start = performance.now();
			return seconds;
		};
		await page.getByLabel('Restore a backup').setInputFiles(file);
		await page.getByRole('button', { name: 'Replace everything' }).waitFor();
		const readSeconds = passed();
		await page.getByRole('button', { name: 'Replace everything' }).click();
		await page.getByText('Restored from').waitFor();
		const storedSeconds = passed();
		return { readSeconds, storedSeconds, longestTaskMs: await longestTask(page) };
	} finally {
		await browser.close();
	}
}
