import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { staticHost } from '../../src/serve/static-host.js';
import { gradeButton, prompt, showAnswer } from './steps/answer-cards.ts';
import { expect, test } from './steps/watched-test.ts';

test.use({ serviceWorkers: 'allow' });

/** Serves the build; from the moment `release` is called, with a service worker that is another. */
class Deployment {
	readonly #server: Server;
	#worker = readFileSync('build/service-worker.js', 'utf8');
	/** A part of the app that is fetched when a note is edited. */
	readonly #editor = partThatSays('Words between ==two equals signs==');
	/** The next version's has another address. */
	#isEditorGone = false;

	constructor() {
		const build = staticHost('build');
		this.#server = createServer((request, response) => {
			if (request.url === this.#editor) {
				response.writeHead(this.#isEditorGone ? 404 : 200, {
					'Content-Type': 'text/javascript',
					'Cache-Control': 'no-store',
				});
				return response.end(this.#isEditorGone ? '' : readFileSync(`build${this.#editor}`));
			}
			if (request.url !== '/service-worker.js') return build(request, response);
			response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' });
			response.end(this.#worker);
		});
	}

	async open(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
		return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
	}

	release(): void {
		this.#worker = this.#worker
			.replace(/green-room-\$?/, '$&next-')
			.replace(this.#editor, `${this.#editor}?next`)
			.concat('\n// The next version.\n');
		this.#isEditorGone = true;
	}

	close(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}

test('a new version says so, leaves a review alone, and comes when it is asked in', async ({
	page,
}) => {
	test.setTimeout(120_000);
	const deployment = new Deployment();
	try {
		const address = await deployment.open();
		await page.goto(`${address}/review`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await expect.poll(() => controller(page)).not.toBeNull();
		await showAnswer(page).click();
		const text = await page.getByRole('group', { name: 'Answer' }).innerText();
		await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

		deployment.release();
		await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
		const announced = page.getByText('A new version of Green Room is ready.');
		// It fetches the whole app first.
		await expect(announced).toBeVisible({ timeout: 60_000 });

		// The card, its answer and the page itself are as they were.
		await expect(gradeButton(page, 'Good')).toBeVisible();
		expect(await page.getByRole('group', { name: 'Answer' }).innerText()).toBe(text);
		await gradeButton(page, 'Good').click();
		await expect(showAnswer(page)).toBeVisible();
		expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
		expect(await waits(page)).toBe(true);
		const next = await prompt(page);

		const reloaded = page.waitForEvent('load');
		await page.getByRole('button', { name: 'Update now' }).click();
		await reloaded;
		await expect(showAnswer(page)).toBeVisible();
		expect(await prompt(page)).toBe(next);
		expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(false);
		expect(await waits(page)).toBe(false);
		await expect(announced).toBeHidden();
	} finally {
		deployment.close();
	}
});

test('“Later” puts the announcement away, and a reload does not bring the new version by itself', async ({
	page,
}) => {
	test.setTimeout(120_000);
	const deployment = new Deployment();
	try {
		const address = await deployment.open();
		await page.goto(address);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await expect.poll(() => controller(page)).not.toBeNull();
		deployment.release();
		await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
		const announced = page.getByText('A new version of Green Room is ready.');
		await page.getByRole('button', { name: 'Later' }).click();
		await expect(announced).toBeHidden();

		await page.reload();
		await expect(announced).toBeVisible();
		expect(await waits(page)).toBe(true);
	} finally {
		deployment.close();
	}
});

test('a tab that was not asked goes on with its version, whatever has gone from the host', async ({
	context,
	page,
}) => {
	test.setTimeout(120_000);
	const deployment = new Deployment();
	try {
		const address = await deployment.open();
		await page.goto(`${address}/review`);
		await page.evaluate(() => navigator.serviceWorker.ready);
		await expect.poll(() => controller(page)).not.toBeNull();
		await expect(showAnswer(page)).toBeVisible();
		const other = await context.newPage();

		// One that is never asked in comes between.
		for (let release = 0; release < 2; release++) {
			deployment.release();
			await other.goto(address);
			await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
			await expect.poll(() => cached(other)).toBe(release + 2);
		}
		const reloaded = other.waitForEvent('load');
		await other.getByRole('button', { name: 'Update now' }).click();
		await reloaded;
		await expect.poll(() => cached(other)).toBe(2);

		await page.bringToFront();
		await page.keyboard.press('e');
		await expect(page.getByRole('dialog', { name: 'Edit note' })).toBeVisible();
	} finally {
		deployment.close();
	}
});

/** How many versions are on the device whole. */
const cached = (page: Page) =>
	page.evaluate(async () => {
		const names = await caches.keys();
		const offline = await Promise.all(
			names.map(async (name) => (await caches.open(name)).match('/offline.html')),
		);
		return offline.filter(Boolean).length;
	});

/** The address of the script of the build that has these words in it. */
function partThatSays(words: string): string {
	const folder = '/_app/immutable/chunks/';
	const found = readdirSync(`build${folder}`).find(
		(file) => file.endsWith('.js') && readFileSync(`build${folder}${file}`, 'utf8').includes(words),
	);
	if (!found) throw new Error(`No script says “${words}”.`);
	return folder + found;
}

const controller = (page: Page) =>
	page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? null);

/** Whether a version waits to be asked in. */
const waits = (page: Page) =>
	page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
