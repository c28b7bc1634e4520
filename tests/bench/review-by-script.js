import { installBareWrites } from './bare-writes.js';

/**
 * Milliseconds, in pairs: an act of the app, and right after it the bare writes of the same rows.
 *
 * @typedef {{ acts: number[], writes: number[] }} Pairs
 */

/**
 * Opens a review and installs `window.bench`, by which a script in the page acts as a person would.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
export async function beginReview(page, origin) {
	await page.goto(`${origin}/review`);
	await page.getByRole('button', { name: 'Show answer' }).waitFor();
	await page.evaluate(installBareWrites);
	await page.evaluate(() => {
		const bareWrites = /** @type {() => Promise<number>} */ (Reflect.get(window, 'bareWrites'));
		Object.assign(window, { bench: { answers, reveal, rate, click, until, pause, bareWrites } });

		/**
		 * From the click on a grade to the next card's prompt in the page. Two of three are rated Again, so that
		 * the built-in deck lasts.
		 *
		 * @param {number} wanted
		 */
		async function answers(wanted) {
			/** @type {Pairs} */
			const pairs = { acts: [], writes: [] };
			for (let turn = 0; turn < wanted; turn++) {
				await reveal();
				pairs.acts.push(await rate(turn % 3 === 0 ? 'Good' : 'Again'));
				await pause(20);
				pairs.writes.push(await bareWrites());
			}
			return pairs;
		}

		/** Shows the answer. Nobody rates within a frame or two: the app draws the next card meanwhile. */
		async function reveal() {
			click('Show answer');
			await until(() => button('Good'));
			await pause(50);
		}

		/** @param {string} grade @returns the milliseconds to the next card */
		async function rate(grade) {
			const next = until(() => button('Show answer'));
			const start = performance.now();
			click(grade);
			await next;
			return performance.now() - start;
		}

		/** @param {string} text */
		function click(text) {
			const found = button(text);
			if (!found) throw new Error(`There is no “${text}”.`);
			found.click();
		}

		/** @param {string} text */
		function button(text) {
			const all = [...document.querySelectorAll('button')];
			return all.find((one) => one.textContent.trim().startsWith(text) && !one.closest('[hidden]'));
		}

		/** @param {() => unknown} isThere looked at after every change of the page */
		function until(isThere) {
			return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
				const late = setTimeout(() => reject(new Error('It did not come.')), 20_000);
				const observer = new MutationObserver(look);
				observer.observe(document.body, {
					childList: true,
					subtree: true,
					characterData: true,
					attributes: true,
				});
				// Not at once: what is there now is what was there before the act.
				setTimeout(look, 0);
				function look() {
					if (!isThere()) return;
					clearTimeout(late);
					observer.disconnect();
					resolve();
				}
			});
		}

		/** @param {number} ms */
		function pause(ms) {
			return new Promise((resolve) => setTimeout(resolve, ms));
		}
	});
}

/**
 * Answers on the screen, with the next card drawn ahead as it is for a person.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<Pairs>}
 */
export async function answersOnScreen(page, origin, count) {
	await beginReview(page, origin);
	return page.evaluate((wanted) => {
		const { answers } = /** @type {any} */ (Reflect.get(window, 'bench'));
		return answers(wanted);
	}, count);
}
