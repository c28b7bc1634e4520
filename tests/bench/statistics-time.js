/**
 * Milliseconds from the click on Statistics to its first chart, with the totals of few and of many events.
 *
 * @typedef {{ small: number[], large: number[] }} Openings
 */

const OPENINGS = 9;

/**
 * Two collections with generated totals of days, opened in turn: 1,000 events on as many days as a year has,
 * and 1,000,000 over ten years in three decks.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @returns {Promise<Openings>}
 */
export async function statisticsTimes(browser, origin) {
	const small = await collection(browser, origin, { events: 1000, days: 365, decks: 1 });
	const large = await collection(browser, origin, { events: 1_000_000, days: 3650, decks: 3 });
	/** @type {Openings} */
	const times = { small: [], large: [] };
	for (let turn = 0; turn < OPENINGS; turn++) {
		times.small.push(await opening(small, origin));
		times.large.push(await opening(large, origin));
	}
	await Promise.all([small.context().close(), large.context().close()]);
	return times;
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {{ events: number, days: number, decks: number }} size
 */
async function collection(browser, origin, size) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(origin);
	await page.getByRole('link', { name: 'Start review' }).waitFor();
	// One answer, whose totals are the pattern of all others.
	await page.getByRole('link', { name: 'Start review' }).click();
	await page.getByRole('button', { name: 'Show answer' }).click();
	await page.getByRole('button', { name: /^Good/ }).click();
	await page.getByRole('button', { name: 'Show answer' }).waitFor();
	await page.evaluate(fillDays, size);
	return page;
}

/**
 * Runs in the page.
 *
 * @param {{ events: number, days: number, decks: number }} size
 */
async function fillDays({ events, days, decks }) {
	/** @param {IDBRequest} request */
	const done = (request) =>
		new Promise((/** @type {(value: any) => void} */ resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('No database.'));
		});
	const db = await done(indexedDB.open('green-room'));
	const transaction = db.transaction('days', 'readwrite');
	const table = transaction.objectStore('days');
	const [pattern] = await done(table.getAll());
	const each = Math.round(events / days / decks);
	const remembered = Math.round(each * 0.9);
	for (let day = 0; day < days; day++) {
		for (let deck = 0; deck < decks; deck++) {
			table.put({
				...pattern,
				studyDay: pattern.studyDay - day,
				deckId: deck === 0 ? pattern.deckId : `deck ${deck}`,
				answers: each,
				reviews: each,
				good: remembered,
				again: each - remembered,
				remembered,
				forgotten: each - remembered,
				firstYoungRemembered: remembered,
				firstYoungForgotten: each - remembered,
				durationMs: each * 8000,
				reviewsMs: each * 8000,
			});
		}
	}
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	db.close();
}

/**
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
async function opening(page, origin) {
	await page.goto(origin);
	await page.getByRole('link', { name: 'Start review' }).waitFor();
	return page.evaluate(
		() =>
			new Promise((/** @type {(time: number) => void} */ resolve) => {
				const start = performance.now();
				const link = /** @type {HTMLElement | null} */ (
					document.querySelector('a[href="/statistics"]')
				);
				const observer = new MutationObserver(() => {
					if (!document.querySelector('[role="slider"]')) return;
					observer.disconnect();
					resolve(performance.now() - start);
				});
				observer.observe(document.body, { childList: true, subtree: true });
				link?.click();
			}),
	);
}
