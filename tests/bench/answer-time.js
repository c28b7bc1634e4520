import { installBareWrites } from './bare-writes.js';
import { bundle } from './bundle.js';
import { answersOnScreen } from './review-by-script.js';

/** @typedef {import('./review-by-script.js').Pairs} Pairs */

/**
 * The built-in deck, with no limit to its new cards, answered twice: on the screen, and by the store alone.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {number} count answers each
 * @returns {Promise<{ screen: Pairs, store: Pairs }>}
 */
export async function answerTimes(browser, origin, count) {
	const context = await browser.newContext();
	const page = await context.newPage();
	const screen = await onScreen(page, origin, count);
	const store = await byStore(page, origin, count);
	await context.close();
	return { screen, store };
}

/**
 * From the choice on a grade to the next card at hand, without a screen.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<Pairs>}
 */
async function byStore(page, origin, count) {
	// A page of the same origin on which the app itself does not run.
	await page.goto(`${origin}/robots.txt`);
	await page.addScriptTag({ content: await bundle('tests/bench/store-answers.ts') });
	await page.evaluate(installBareWrites);
	return page.evaluate((wanted) => {
		const [storeAnswers, bareWrites] = ['storeAnswers', 'bareWrites'].map(
			(name) => /** @type {(...args: unknown[]) => Promise<Pairs>} */ (Reflect.get(window, name)),
		);
		if (!storeAnswers) throw new Error('The bundle did not load.');
		return storeAnswers(wanted, bareWrites);
	}, count);
}

/**
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<Pairs>}
 */
async function onScreen(page, origin, count) {
	await page.goto(`${origin}/settings`);
	await page.getByLabel('New cards per day', { exact: true }).fill('9999');
	await page.getByLabel('New cards per day', { exact: true }).blur();
	await page.getByText('New cards per day saved', { exact: true }).waitFor({ state: 'attached' });
	return answersOnScreen(page, origin, count);
}
