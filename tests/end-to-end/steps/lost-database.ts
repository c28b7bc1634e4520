import { expect, type Page } from '@playwright/test';
import { rate, showAnswer } from './answer-cards.ts';
import { journalLines } from './journal-lines.ts';
import { storedEvents } from './stored.ts';

export const recovery = (page: Page) => page.getByRole('heading', { level: 1, name: 'Recovery' });

/** Three cards rated, all of it in the journal. */
export async function reviewed(page: Page) {
	await page.goto('/review');
	for (let count = 0; count < 3; count++) {
		await expect(showAnswer(page)).toBeVisible();
		await rate(page, 'Easy');
	}
	await expect(showAnswer(page)).toBeVisible();
	const events = await storedEvents(page);
	expect(events).toHaveLength(3);
	await expect.poll(() => journalLines(page)).toBe(3);
	return events;
}

/** On a page of the same origin that has nothing of the app open. */
export async function elsewhere(page: Page): Promise<void> {
	const body = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';
	await page.route('/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto('/elsewhere');
}

export function deleteDatabase(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.deleteDatabase('green-room');
				request.onsuccess = () => resolve();
				request.onerror = () => reject(new Error(String(request.error)));
			}),
	);
}
