import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

/** Each with what stands there only once the cards are open: the headings are in the pages as they are served. */
const routes = [
	['/', 'Today', 'link', 'Start review'],
	['/review', 'Review', 'button', 'Show answer'],
	['/recap', 'Recap', 'button', 'One by one'],
	['/match', 'Match', 'region', 'Quotes'],
	['/decks', 'Decks', 'button', 'Create deck'],
	['/transfer', 'Import and export', 'button', 'Save a backup'],
	['/settings', 'Settings', 'button', 'Check and repair'],
] as const;

test.use({ serviceWorkers: 'allow' });

test('after one visit every route opens offline, by its address and by a reload', async ({
	context,
	page,
}) => {
	await page.goto('/');
	await installed(page);
	await context.setOffline(true);

	for (const [path, heading, role, name] of routes) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached();
		await expect(page.getByRole(role, { name })).toBeVisible();
	}
	await page.goto('/decks/callback-audition#dress-the-part-but-don-t-overdo-it');
	const title = page.getByRole('heading', { level: 1, name: 'How to ace a callback audition' });
	await expect(title).toBeVisible();
	await page.reload();
	await expect(title).toBeVisible();
	await expect(page.getByRole('figure')).toHaveCount(12);
});

test('a review, a recap, a match and a backup work offline, and a deck of one’s own opens', async ({
	context,
	page,
}) => {
	await page.goto('/');
	await installed(page);
	await context.setOffline(true);

	await page.goto('/review');
	await rate(page, 'Good');
	await page.reload();
	await rate(page, 'Good');
	expect(await storedEvents(page)).toHaveLength(2);

	await page.goto('/recap');
	await page.getByRole('button', { name: /^Against the clock/ }).click();
	await expect(page.getByRole('timer')).toBeVisible();
	await page.goto('/match');
	await expect(page.getByRole('region', { name: 'Quotes' }).getByRole('button')).toHaveCount(6);

	await page.goto('/decks');
	await page.getByRole('button', { name: 'Create deck' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Offstage');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Offstage' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Offstage' })).toBeVisible();

	await page.goto('/transfer');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	expect((await download).suggestedFilename()).toContain('green-room-backup-');
});

test('a page that was open before the app was installed goes on without the network', async ({
	context,
	page,
}) => {
	await page.goto('/review');
	await installed(page);
	await context.setOffline(true);
	await rate(page, 'Good');
	await page.getByRole('link', { name: 'Close the review' }).click();
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(page.getByRole('button', { name: 'Check and repair' })).toBeVisible();
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
});

test('the app can be installed: its manifest names it and its icons exist', async ({
	page,
	request,
}) => {
	await page.goto('/');
	const href = await page.locator('link[rel=manifest]').getAttribute('href');
	const manifest = (await (await request.get(href ?? '')).json()) as {
		name: string;
		display: string;
		start_url: string;
		icons: { src: string; sizes: string }[];
	};
	expect(manifest).toMatchObject({ name: 'Green Room', display: 'standalone' });
	for (const size of ['192x192', '512x512']) {
		expect(manifest.icons.map(({ sizes }) => sizes)).toContain(size);
	}
	for (const { src } of manifest.icons) expect((await request.get(src)).ok()).toBe(true);
	expect((await request.get(manifest.start_url)).ok()).toBe(true);
});

/** The service worker has everything and will answer from now on. */
async function installed(page: Page) {
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const worker = registration.active;
		if (worker?.state !== 'activated') {
			await new Promise((resolve) => worker?.addEventListener('statechange', resolve));
		}
	});
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
		.toBe(true);
}
