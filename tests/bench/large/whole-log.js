import { bundle } from '../bundle.js';

/**
 * Seconds that reading, replaying and exporting the whole log take.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @returns {Promise<[name: string, seconds: number][]>}
 */
export async function wholeLog(page, origin) {
	await page.goto(`${origin}/robots.txt`);
	await page.addScriptTag({ content: await bundle('tests/bench/large/log-times.ts') });
	return page.evaluate(() => {
		const measure = /** @type {() => Promise<[string, number][]>} */ (
			Reflect.get(window, 'wholeLog')
		);
		return measure();
	});
}
