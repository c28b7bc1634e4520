import { installBareWrites } from '../bare-writes.js';

/** @typedef {import('playwright').Page} Page */

/**
 * Milliseconds, in pairs: what the app did, and right after it the bare writes of the same rows.
 *
 * @typedef {{ acts: number[], writes: number[] }} Acts
 */

/**
 * From the start of a navigation to what is looked for being in the page, turn and turn about.
 *
 * @param {Page} small
 * @param {Page} large
 * @param {string} url
 * @param {string} selector
 * @param {number} rounds
 */
export async function openings(small, large, url, selector, rounds) {
	/** @type {[number[], number[]]} */
	const times = [[], []];
	for (let round = 0; round < rounds; round++) {
		times[0].push(await opening(small, url, selector));
		times[1].push(await opening(large, url, selector));
	}
	return times;
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {string} selector
 */
async function opening(page, url, selector) {
	await page.goto(url, { waitUntil: 'commit' });
	await page.locator(selector).first().waitFor();
	return page.evaluate(() => performance.now());
}

/**
 * From the click on a grade to the next card, two of three rated Again.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<Acts>}
 */
export async function answersOnScreen(page, origin, count) {
	await beginReview(page, origin);
	return page.evaluate(async (wanted) => {
		const { button, until, bareWrites } = /** @type {any} */ (Reflect.get(window, 'bench'));
		/** @type {Acts} */
		const pairs = { acts: [], writes: [] };
		for (let turn = 0; turn < wanted; turn++) {
			button('Show answer').click();
			await until(() => button('Good'));
			const grade = button(turn % 3 === 0 ? 'Good' : 'Again');
			const next = until(() => button('Show answer'));
			const start = performance.now();
			grade.click();
			await next;
			pairs.acts.push(performance.now() - start);
			await new Promise((resolve) => setTimeout(resolve, 20));
			pairs.writes.push(await bareWrites());
		}
		return pairs;
	}, count);
}

/**
 * Answers as fast as the next card appears, and the heap after each thousand of them.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<number[]>} bytes
 */
export async function heapOverAnswers(page, origin, count) {
	await beginReview(page, origin);
	const heaps = [];
	for (let done = 0; done < count; done += 1000) {
		await page.evaluate(
			async (wanted) => {
				const { button, until } = /** @type {any} */ (Reflect.get(window, 'bench'));
				for (let turn = 0; turn < wanted; turn++) {
					button('Show answer').click();
					await until(() => button('Good'));
					const next = until(() => button('Show answer'));
					button(turn % 3 === 0 ? 'Good' : 'Again').click();
					await next;
				}
			},
			Math.min(1000, count - done),
		);
		heaps.push(await memoryAfter(page));
	}
	return heaps;
}

/**
 * From the click on Undo to the card's being back, after an answer each.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {number} count
 * @returns {Promise<Acts>}
 */
export async function undosOnScreen(page, origin, count) {
	await beginReview(page, origin);
	return page.evaluate(async (wanted) => {
		const { button, until, bareWrites } = /** @type {any} */ (Reflect.get(window, 'bench'));
		/** @type {Acts} */
		const pairs = { acts: [], writes: [] };
		for (let turn = 0; turn < wanted; turn++) {
			button('Show answer').click();
			await until(() => button('Good'));
			const rated = until(() => button('Show answer'));
			button('Good').click();
			await rated;
			await new Promise((resolve) => setTimeout(resolve, 20));
			const undone = until(() => document.body.textContent.includes('Undone:'));
			const start = performance.now();
			button('Undo').click();
			await undone;
			pairs.acts.push(performance.now() - start);
			await until(() => button('Show answer'));
			// The day is counted again behind the card: the yardstick waits until that is done.
			await new Promise((resolve) => setTimeout(resolve, 300));
			pairs.writes.push(await bareWrites());
		}
		return pairs;
	}, count);
}

/** @param {Page} page @param {string} origin */
async function beginReview(page, origin) {
	await page.goto(`${origin}/review`);
	await page.getByRole('button', { name: 'Show answer' }).waitFor();
	await page.evaluate(installBareWrites);
	await page.evaluate(() => {
		Object.assign(window, {
			bench: { button, until, bareWrites: Reflect.get(window, 'bareWrites') },
		});

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
	});
}

/**
 * Bytes of the page's heap, after what is not needed any more was collected.
 *
 * @param {Page} page
 */
export async function memoryAfter(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	await session.detach();
	return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
}
