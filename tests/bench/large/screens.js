import { beginReview } from '../review-by-script.js';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('../review-by-script.js').Pairs} Pairs */

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
				const { reveal, rate } = /** @type {any} */ (Reflect.get(window, 'bench'));
				for (let turn = 0; turn < wanted; turn++) {
					await reveal();
					await rate(turn % 3 === 0 ? 'Good' : 'Again');
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
 * @returns {Promise<Pairs>}
 */
export async function undosOnScreen(page, origin, count) {
	await beginReview(page, origin);
	return page.evaluate(async (wanted) => {
		const bench = /** @type {any} */ (Reflect.get(window, 'bench'));
		const { reveal, rate, click, until, pause, bareWrites } = bench;
		const prompt = () => document.querySelector('.card:not([hidden])')?.textContent;
		/** @type {Pairs} */
		const pairs = { acts: [], writes: [] };
		for (let turn = 0; turn < wanted; turn++) {
			const rated = prompt();
			await reveal();
			await rate('Good');
			// Nobody takes back an answer before they have seen the next card.
			await pause(300);
			const back = until(() => prompt() === rated);
			const start = performance.now();
			click('Undo');
			await back;
			pairs.acts.push(performance.now() - start);
			// The day is counted again behind the card: the yardstick waits until that is done.
			await pause(300);
			pairs.writes.push(await bareWrites());
		}
		return pairs;
	}, count);
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
