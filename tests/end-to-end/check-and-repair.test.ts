import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { storedCards } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

test('Check and repair puts a wrong card right, and offers the second copy for entries that are gone', async ({
	page,
}) => {
	await page.goto('/review');
	for (let count = 0; count < 2; count++) {
		await expect(showAnswer(page)).toBeVisible();
		await rate(page, 'Easy');
	}
	await expect(showAnswer(page)).toBeVisible();
	const before = await storedCards(page);
	// On a busy machine the app might look through its cards by itself, as it does once a day, in the middle of this.
	await page.evaluate(() => localStorage.setItem('green-room-looked-through', String(Date.now())));

	await page.goto('/settings');
	const check = page.getByRole('button', { name: 'Check and repair' });
	await check.click();
	await expect(page.getByText('Everything is as it should be.')).toBeVisible();

	await change(page, 'cards');
	expect(await storedCards(page)).not.toEqual(before);
	await check.click();
	await expect(page.getByText('Put right: 1 card.')).toBeVisible();
	expect(await storedCards(page)).toEqual(before);

	await change(page, 'events');
	await check.click();
	await expect(page.getByText('1 entry is missing.')).toBeVisible();
	await page.getByRole('button', { name: 'Look in the second copy' }).click();
	await expect(page.getByText('Nothing is lost.')).toBeVisible();
	await page.getByRole('button', { name: 'Restore everything' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	// The heading is in the page before the database is open.
	await expect(check).toBeVisible();
	expect(await storedCards(page)).toEqual(before);
});

/** Past the app: spoils the first card, or takes the first event away. */
function change(page: Page, table: 'cards' | 'events'): Promise<void> {
	return page.evaluate(
		(name) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('green-room');
				opening.onerror = () => reject(new Error(String(opening.error)));
				opening.onsuccess = () => {
					const transaction = opening.result.transaction(name, 'readwrite');
					transaction.objectStore(name).openCursor().onsuccess = ({ target }) => {
						const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
						if (name === 'events') cursor.delete();
						else cursor.update({ ...(cursor.value as object), reps: 99 });
					};
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		table,
	);
}
