import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { elsewhere } from './steps/lost-database.ts';
import { installDatabase, oldDatabase, refuseCopies } from './steps/old-database.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const fixture = oldDatabase(0);
const EVENTS = fixture.stores['events']?.rows.length ?? NaN;
/** The heading stands there before the cards do. */
const opened = (page: Page) => page.getByRole('link', { name: 'Start review' });
const asked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Before the update' });

test('a backup is kept before an upgrade, and Settings has it', async ({ page }) => {
	await elsewhere(page);
	await installDatabase(page, fixture);
	await page.goto('/');
	await expect(opened(page)).toBeVisible();
	expect(await storedEvents(page)).toHaveLength(EVENTS);
	await page.goto('/settings');
	const downloading = page.waitForEvent('download');
	await page
		.getByRole('button', { name: new RegExp(`^Save that of .*, ${EVENTS} entries$`) })
		.click();
	expect((await reviewsIn(await (await downloading).path())).length).toBe(EVENTS);
});

test('when no backup can be kept, nothing is changed until the person has chosen', async ({
	page,
}) => {
	await elsewhere(page);
	await installDatabase(page, fixture);
	await refuseCopies(page);
	await page.goto('/');
	await expect(asked(page)).toBeVisible();
	await expect(page.getByText('This browser has no place to keep it.')).toBeVisible();
	const first = await asked(page).elementHandle();
	await page.getByRole('button', { name: 'Try again' }).click();
	// It goes while the app tries, and another one comes.
	await first.waitForElementState('hidden');
	await expect(asked(page)).toBeVisible();
	expect(await version(page)).toBe(10);

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup as a file' }).click();
	expect((await reviewsIn(await (await downloading).path())).length).toBe(EVENTS);
	await expect(page.getByText('Saved as green-room-backup-')).toBeVisible();
	expect(await version(page)).toBe(10);

	await page.getByRole('button', { name: 'Go on with the update' }).click();
	await expect(opened(page)).toBeVisible();
	expect(await version(page)).toBe(20);
	expect(await storedEvents(page)).toHaveLength(EVENTS);
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await rate(page, 'Good');
	expect(await storedEvents(page)).toHaveLength(EVENTS + 1);
});

test('one may update without a backup', async ({ page }) => {
	await elsewhere(page);
	await installDatabase(page, fixture);
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		await root.getFileHandle('green-room', { create: true });
	});
	await page.goto('/');
	await page.getByRole('button', { name: 'Update without a backup' }).click();
	await expect(opened(page)).toBeVisible();
	expect(await storedEvents(page)).toHaveLength(EVENTS);
});

const version = (page: Page) =>
	page.evaluate(
		async () => (await indexedDB.databases()).find((each) => each.name === 'green-room')?.version,
	);

async function reviewsIn(path: string): Promise<readonly unknown[]> {
	return (JSON.parse(await readFile(path, 'utf8')) as { reviews: readonly unknown[] }).reviews;
}
