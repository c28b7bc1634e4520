import { bundle } from '../bundle.js';

/**
 * Seconds that reading, replaying and exporting the whole log take.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @returns {Promise<[name: string, seconds: number][]>}
 */
export async function wholeLog(page, origin) {
	return measured(page, origin, 'log-times', 'wholeLog');
}

/**
 * Seconds that new parameters take: replaying the log, and storing every card.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @returns {Promise<[name: string, seconds: number][]>}
 */
export async function newParameters(page, origin) {
	return measured(page, origin, 'new-parameters', 'newParameters');
}

/**
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {string} module
 * @param {string} measure the function that it gives the page
 * @returns {Promise<[name: string, seconds: number][]>}
 */
async function measured(page, origin, module, measure) {
	await page.goto(`${origin}/robots.txt`);
	await page.addScriptTag({ content: await bundle(`tests/bench/large/${module}.ts`) });
	return page.evaluate((name) => {
		const run = /** @type {() => Promise<[string, number][]>} */ (Reflect.get(window, name));
		return run();
	}, measure);
}
