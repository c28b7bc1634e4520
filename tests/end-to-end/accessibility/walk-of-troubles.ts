import { expect, type Page } from '@playwright/test';
import { rate, showAnswer } from '../steps/answer-cards.ts';
import { button } from '../steps/button.ts';
import { deleteDatabase } from '../steps/lost-database.ts';
import { installDatabase, oldDatabase, refuseCopies } from '../steps/old-database.ts';
import type { Look } from './look.ts';

/** Goes through what a person sees when storage is in trouble. Leaves nothing that could be gone on with. */
export async function walkOfTroubles(page: Page, look: Look): Promise<void> {
	await walkCheck(page, look);
	await walkUnexpected(page, look);
	await walkUpgrade(page, look);
	await walkRecovery(page, look);
	await walkOutdated(page, look);
	await walkWithoutStorage(page, look);
}

async function walkCheck(page: Page, look: Look) {
	await page.goto('/settings');
	await button(page, 'Check and repair').click();
	await expect(page.getByText('Everything is as it should be.')).toBeVisible();
	await look({ state: 'Settings, all checked', heading: 'Settings' });
}

async function walkUnexpected(page: Page, look: Look) {
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await page.evaluate(() => {
		IDBTransaction.prototype.objectStore = () => {
			throw new DOMException('The disk is gone.', 'UnknownError');
		};
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect(page.getByText('That didn’t work: The disk is gone.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await look({ state: 'Today, a failure that nobody expected', heading: 'Today' });
}

async function walkUpgrade(page: Page, look: Look) {
	const heading = 'Before the update';
	await outsideOfTheApp(page);
	await deleteDatabase(page);
	await installDatabase(page, oldDatabase(0));
	await refuseCopies(page);
	await page.goto('/');
	await look({ state: 'before an update, no backup could be kept', heading });
	await button(page, 'Save a backup as a file').click();
	await expect(page.getByText('Saved as green-room-backup-')).toBeVisible();
	await look({ state: 'before an update, a backup saved as a file', heading });
}

async function walkRecovery(page: Page, look: Look) {
	const heading = 'Recovery';
	await outsideOfTheApp(page);
	await deleteDatabase(page);
	await page.goto('/');
	await page.getByText('Start afresh instead').click();
	await look({ state: 'Recovery, what was found', heading });
	await page.getByLabel('Or add a backup file').setInputFiles({
		name: 'a-letter.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{'),
	});
	await expect(page.getByText('Nothing that could be restored is lost.')).toBeVisible();
	await look({ state: 'Recovery, a file refused', heading });
	await button(page, 'Restore everything').click();
	await expect(page.getByText('Nothing is missing.')).toBeVisible();
	await look({ state: 'Recovery, all is back', heading });
	await button(page, 'Go on').click();
	// The heading is in the page before the database is open.
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
}

/** A database of a later schema, in a place of its own: that of recovery is left as it is. */
async function walkOutdated(page: Page, look: Look) {
	const later = await page.context().newPage();
	await outsideOfTheApp(later);
	await later.evaluate(async () => {
		const { storageBuckets } = navigator as unknown as {
			storageBuckets: {
				keys(): Promise<string[]>;
				open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
			};
		};
		const name = (await storageBuckets.keys()).find((each) => each.startsWith('kept-green-room'));
		if (name === undefined) throw new Error('Nothing was moved.');
		const { indexedDB: kept } = await storageBuckets.open(name);
		await new Promise<void>((resolve, reject) => {
			const opening = kept.open('green-room', 9990);
			opening.onerror = () => reject(new Error(String(opening.error)));
			opening.onsuccess = () => {
				opening.result.close();
				resolve();
			};
		});
	});
	await later.close();
	await expect(page.getByText('Another tab has taken over your cards')).toBeVisible();
	await look({ state: 'a tab that another one overtook', heading: 'Reload to go on' });
	await page.reload();
	await expect(page.getByText('This page is older than your cards.')).toBeVisible();
	await look({ state: 'a page older than its cards', heading: 'Reload to go on' });
}

async function walkWithoutStorage(page: Page, look: Look) {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('Storage is switched off.', 'InvalidStateError');
		};
		Object.defineProperty(navigator, 'storageBuckets', { value: undefined });
		Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
		localStorage.clear();
	});
	await page.goto('/review');
	await expect(page.getByText('Your cards could not be opened.')).toBeVisible();
	await look({ state: 'Review, without storage', heading: 'Review' });
	await button(page, 'Go on without saving').click();
	await expect(page.getByText('Nothing is being saved.')).toBeVisible();
	await rate(page, 'Good');
	await expect(showAnswer(page)).toBeVisible();
	await look({ state: 'Review, in memory', heading: 'Review' });
}

/** A page of the same origin that has nothing of the app open. */
async function outsideOfTheApp(page: Page): Promise<void> {
	await page.goto('/robots.txt');
}
