import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { expect, test } from './steps/watched-test.ts';

test.use({ serviceWorkers: 'allow' });

test('an old tab, and an old version that its service worker still serves, leave a newer database alone', async ({
	context,
	page,
}) => {
	test.setTimeout(120_000);
	await page.goto('/review');
	await rate(page, 'Good');
	await expect(showAnswer(page)).toBeVisible();
	// It has stored the whole app by then.
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
		.toBe(true);

	await upgrade(page);
	await expect(page.getByText('Another tab has taken over your cards')).toBeVisible();
	const before = await everything(page);
	expect(before).toMatchObject({ later: [{ what: 'of the next version' }] });
	expect(before['events']).toHaveLength(1);

	// No network: what comes is the version that the service worker kept.
	await context.setOffline(true);
	for (const path of ['/review', '/', '/settings']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { name: 'Reload to go on' })).toBeVisible();
		await expect(page.getByText('This page is older than your cards.')).toBeVisible();
	}
	await page.getByRole('button', { name: 'Reload' }).click();
	await expect(page.getByText('This page is older than your cards.')).toBeVisible();
	expect(await everything(page)).toEqual(before);
});

/** What the next version would do: raises the version of the database and puts something of its own in it. */
function upgrade(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const known = await indexedDB.databases();
		const version = known.find(({ name }) => name === 'green-room')?.version ?? 0;
		return new Promise<void>((resolve, reject) => {
			const opening = indexedDB.open('green-room', version + 10);
			opening.onerror = () => reject(new Error(String(opening.error)));
			opening.onupgradeneeded = () => {
				const store = opening.result.createObjectStore('later', { autoIncrement: true });
				store.put({ what: 'of the next version' });
			};
			opening.onsuccess = () => {
				opening.result.close();
				resolve();
			};
		});
	});
}

/** Every row of every table, and the version they were stored by. */
function everything(page: Page): Promise<Record<string, unknown>> {
	return page.evaluate(
		() =>
			new Promise<Record<string, unknown>>((resolve, reject) => {
				const opening = indexedDB.open('green-room');
				opening.onerror = () => reject(new Error(String(opening.error)));
				opening.onsuccess = () => {
					const database = opening.result;
					const tables = [...database.objectStoreNames];
					const reading = database.transaction(tables);
					const found: Record<string, unknown> = { version: database.version };
					for (const table of tables) {
						const request = reading.objectStore(table).getAll();
						request.onsuccess = () => {
							found[table] = request.result as unknown;
						};
					}
					reading.onabort = () => reject(new Error(String(reading.error)));
					reading.oncomplete = () => {
						database.close();
						resolve(found);
					};
				};
			}),
	);
}
