import { installBareWrites } from './bare-writes.js';
import { bundle } from './bundle.js';

/**
 * Milliseconds, in pairs: the app's answer, and right after it the bare writes of the same rows.
 *
 * @typedef {{ answers: number[], writes: number[] }} Pairs
 */

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
 * In the app itself: from the click on a grade to the next card's prompt in the page. Two of three
 * are rated Again, so that the built-in deck lasts.
 *
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
	await page.goto(`${origin}/review`);
	await page.getByRole('button', { name: 'Show answer' }).waitFor();
	await page.evaluate(installBareWrites);
	return page.evaluate(async (wanted) => {
		/** @type {Pairs} */
		const pairs = { answers: [], writes: [] };
		const bareWrites = /** @type {() => Promise<number>} */ (Reflect.get(window, 'bareWrites'));
		for (let turn = 0; turn < wanted; turn++) {
			button('Show answer')?.click();
			await until(() => button('Good'));
			// Nobody rates within a frame: the app draws the next card meanwhile.
			await new Promise((resolve) => setTimeout(resolve, 50));
			const grade = button(turn % 3 === 0 ? 'Good' : 'Again');
			const nextCard = until(() => button('Show answer'));
			const start = performance.now();
			grade?.click();
			await nextCard;
			pairs.answers.push(performance.now() - start);
			pairs.writes.push(await bareWrites());
		}
		return pairs;

		/** @param {string} text */
		function button(text) {
			const all = [...document.querySelectorAll('button')];
			return all.find((one) => one.textContent.trim().startsWith(text) && !one.closest('[hidden]'));
		}

		/** @param {() => unknown} isThere looked at after every change of the page */
		function until(isThere) {
			return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
				if (isThere()) return resolve();
				setTimeout(() => reject(new Error('The next card did not come.')), 10_000);
				const observer = new MutationObserver(() => {
					if (!isThere()) return;
					observer.disconnect();
					resolve();
				});
				observer.observe(document.body, { childList: true, subtree: true, attributes: true });
			});
		}
	}, count);
}
