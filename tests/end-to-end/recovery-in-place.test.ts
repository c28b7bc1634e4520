import { chromium } from '../setup/chromium.js';
import { showAnswer } from './steps/answer-cards.ts';
import { deleteDatabase, elsewhere, recovery, reviewed } from './steps/lost-database.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const { args, ...options } = chromium();
test.use({
	serviceWorkers: 'block',
	launchOptions: {
		...options,
		args: [...args, '--disable-features=StorageBuckets', '--disable-blink-features=StorageBuckets'],
	},
});

test('a browser without storage buckets is restored where its database always was', async ({
	page,
}) => {
	const before = await reviewed(page);
	expect(await page.evaluate(() => 'storageBuckets' in navigator)).toBe(false);
	await elsewhere(page);
	await deleteDatabase(page);
	await page.goto('/review');
	await expect(recovery(page)).toBeVisible();
	await page.getByRole('button', { name: 'Restore everything' }).click();
	await expect(page.getByText('Nothing is missing.')).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(showAnswer(page)).toBeVisible();
	expect(await storedEvents(page)).toEqual(before);
	await page.reload();
	await expect(showAnswer(page)).toBeVisible();
	expect(await storedEvents(page)).toEqual(before);
});
