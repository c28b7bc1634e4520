import { readFileSync } from 'node:fs';
import { showAnswer } from './steps/answer-cards.ts';
import { deleteDatabase, elsewhere, recovery, reviewed } from './steps/lost-database.ts';
import { restoreFile } from './steps/restore-file.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

// The page that is not the app's is made up here, which a service worker would not see.
test.use({ serviceWorkers: 'block' });

for (const kept of ['localStorage and OPFS', 'OPFS alone']) {
	test(`a database that is gone is restored in full where ${kept} stayed`, async ({ page }) => {
		const before = await reviewed(page);
		await elsewhere(page);
		if (kept === 'OPFS alone') await page.evaluate(() => localStorage.clear());
		await deleteDatabase(page);

		await page.goto('/');
		await expect(recovery(page)).toBeVisible();
		await expect(page.getByRole('main')).toContainText('Nothing is lost.');
		await page.getByRole('button', { name: 'Restore everything' }).click();
		await expect(page.getByText('Nothing is missing.')).toBeVisible();
		await page.getByRole('button', { name: 'Go on' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
		expect(await storedEvents(page)).toEqual(before);

		await page.goto('/review');
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect.poll(async () => (await storedEvents(page)).at(-1)?.kind).toBe('undo');
	});
}

test('what is left can be saved as a file before anything is restored', async ({ page }) => {
	const before = await reviewed(page);
	await elsewhere(page);
	await deleteDatabase(page);
	await page.goto('/');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save what there is as a file' }).click();
	const file = await (await downloading).path();
	await expect(recovery(page)).toBeVisible();
	await page.getByText('Start afresh instead').click();
	await page.getByRole('button', { name: 'Give it up and start afresh' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await restoreFile(page, readFileSync(file, 'utf8'));
	expect(await storedEvents(page)).toEqual(before);
});

test('the app never starts afresh in silence, but does so when asked', async ({ page }) => {
	await reviewed(page);
	await elsewhere(page);
	await deleteDatabase(page);
	await page.goto('/review');
	await expect(recovery(page)).toBeVisible();
	await page.reload();
	await expect(recovery(page)).toBeVisible();
	await page.getByText('Start afresh instead').click();
	await page.getByRole('button', { name: 'Give it up and start afresh' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(showAnswer(page)).toBeVisible();
	expect(await storedEvents(page)).toEqual([]);
	await page.reload();
	await expect(showAnswer(page)).toBeVisible();
});

test('what was erased on purpose is not missed', async ({ page }) => {
	await reviewed(page);
	await page.goto('/transfer');
	await page.getByRole('button', { name: 'Erase everything' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
	await expect(page.getByText('Everything was erased.')).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	expect(await storedEvents(page)).toEqual([]);
});
