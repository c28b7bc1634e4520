import { partOfModule } from './part-of-module.js';

/** @typedef {import('playwright').Browser} Browser */

/**
 * What a first visit to a page is sent, until its network is quiet, in bytes as served.
 *
 * @typedef {{ name: string, bytes: number }} Sent
 * @typedef {{ scripts: Sent[], fonts: Sent[], data: Sent[] }} FirstLoad
 */

/**
 * The service worker is left out: it comes after everything that the first card waits for.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {import('playwright').ViewportSize} viewport
 * @returns {Promise<FirstLoad>}
 */
export async function firstLoad(browser, url, viewport) {
	const context = await browser.newContext({ serviceWorkers: 'block', viewport });
	const page = await context.newPage();
	/** @type {FirstLoad} */
	const sent = { scripts: [], fonts: [], data: [] };
	/** @type {Promise<unknown>[]} */
	const sizes = [];
	page.on('requestfinished', (request) => {
		const list = { script: sent.scripts, font: sent.fonts, document: sent.data, fetch: sent.data }[
			/** @type {string} */ (request.resourceType())
		];
		if (!list) return;
		const name = new URL(request.url()).pathname.slice(1);
		const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
		sizes.push(size.then((bytes) => list.push({ name, bytes })));
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	await Promise.all(sizes);
	await context.close();
	return sent;
}

/**
 * Compressed bytes by package or room. A script's compressed size is shared out by how much of its minified
 * code each has.
 *
 * @param {readonly Sent[]} scripts
 * @param {import('./record-build.js').Composition} composition
 * @returns {[part: string, bytes: number][]} largest first
 */
export function byPart(scripts, composition) {
	/** @type {Map<string, number>} */
	const parts = new Map();
	for (const { name, bytes } of scripts) {
		const modules = composition.get(name) ?? new Map([[`src/routes/${name}`, 1]]);
		const whole = sum([...modules.values()]);
		for (const [module, share] of modules) {
			const part = partOfModule(module);
			parts.set(part, (parts.get(part) ?? 0) + (bytes * share) / whole);
		}
	}
	return [...parts].sort(([, a], [, b]) => b - a);
}

/** @param {readonly number[]} numbers */
export function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
