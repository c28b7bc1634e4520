import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../../setup/chromium.js';
import { bundle } from '../bundle.js';

/**
 * A browser of its own with a generated collection. It is generated once and kept in the system's temporary
 * folder: delete `green-room-large` there to have it made anew.
 *
 * @param {import('playwright').BrowserType} browsers
 * @param {string} origin
 * @param {{ cards: number, events: number, decks: number }} size
 */
export async function openCollection(browsers, origin, size) {
	// A browser keeps it for one port alone.
	const name = `${size.cards}-${size.events}-${new URL(origin).port}`;
	const folder = join(tmpdir(), 'green-room-large', name);
	const done = join(folder, 'generated');
	await mkdir(folder, { recursive: true });
	const context = await browsers.launchPersistentContext(folder, {
		...chromium(),
		serviceWorkers: 'block',
	});
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(1_800_000);
	if (!existsSync(done)) {
		// A page of the same origin on which the app itself does not run.
		await page.goto(`${origin}/robots.txt`);
		await page.addScriptTag({ content: await bundle('tests/bench/large/generate.ts') });
		const made = await page.evaluate((wanted) => {
			const generate = /** @type {(size: unknown) => Promise<unknown>} */ (
				Reflect.get(window, 'generate')
			);
			return generate(wanted);
		}, size);
		console.log('Generated', size, made);
		await writeFile(done, '');
	}
	await sealed(page, origin, size.events);
	return { page, folder, close: () => context.close() };
}

/**
 * Opens the app and waits until its journal has caught up with the table, as it has in a collection that grew
 * day by day.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {number} events
 */
async function sealed(page, origin, events) {
	await page.goto(origin);
	const start = performance.now();
	for (;;) {
		const count = await page.evaluate(async () => {
			let sum = 0;
			const root = await navigator.storage.getDirectory();
			try {
				const folder = await root.getDirectoryHandle('green-room');
				const generation = await folder.getDirectoryHandle('generation_0');
				for await (const name of generation.keys()) {
					sum += Number(/^segment_\d+_\d+_(\d+)_/.exec(name)?.[1] ?? 0);
				}
			} catch {
				// Not begun yet.
			}
			return sum;
		});
		// The end of the log stays in an open file until it is worth sealing.
		if (count >= events - 4096) break;
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	console.log(`The journal of ${events} events is sealed (${seconds} s)`);
}
