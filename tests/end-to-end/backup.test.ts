import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { rate, rateAll } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { storedCards, storedDays, storedEvents, storedRows } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

/** What a backup file says, as far as these tests look. */
interface Backup {
	readonly exportedAt: string;
	readonly reviews: readonly unknown[];
	readonly [field: string]: unknown;
}

test('a backup, restored after everything was erased, gives the same state; a second one differs only in its time', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await useTheApp(page);
	const before = await everything(page);
	const first = await saveBackup(page);
	expect(first.name).toMatch(/^green-room-backup-\d{4}-\d\d-\d\d\.json$/);

	await page.getByRole('button', { name: 'Erase everything' }).click();
	await page
		.getByRole('dialog', { name: 'Erase everything?' })
		.getByRole('button', { name: 'Erase everything' })
		.click();
	await expect(page.getByText('Everything was erased.')).toBeVisible();
	expect(await storedEvents(page)).toEqual([]);
	expect(await storedDays(page)).toEqual([]);
	expect(Object.values(await storedCards(page)).every((card) => card.state === 'new')).toBe(true);

	await chooseFile(page, first.name, first.text);
	await expect(page.getByRole('dialog')).toContainText('It takes the place of everything');
	await page.getByRole('button', { name: 'Replace everything' }).click();
	await expect(page.getByText(`Restored from ${first.name}.`)).toBeVisible();
	expect(await everything(page)).toEqual(before);

	const second = await saveBackup(page);
	const [a, b] = [first, second].map(({ text }) => JSON.parse(text) as Backup);
	expect(b?.exportedAt).not.toBe(a?.exportedAt);
	expect({ ...b, exportedAt: '' }).toEqual({ ...a, exportedAt: '' });

	await page.goto('/settings');
	await expect(page.getByLabel('New cards per day')).toHaveValue('6');
	await page.goto('/review');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByText('The card is back.').first()).toBeAttached();
});

test('the file has the documented fields', async ({ page }) => {
	await useTheApp(page);
	const { text } = await saveBackup(page);
	const backup = JSON.parse(text) as Backup & {
		cards: object[];
		reviews: { reviewedAt: string }[];
	};
	expect(backup).toMatchObject({ format: 'green-room-backup', version: 1, auditions: [] });
	for (const field of ['decks', 'notes', 'cards', 'reviews', 'settings']) {
		expect(backup).toHaveProperty(field);
	}
	const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
	expect(backup.exportedAt).toMatch(iso);
	const cardFields = 'id noteId deckId kind state due stability difficulty reps lapses suspended';
	const reviewFields = 'id cardId reviewedAt utcOffsetMinutes kind rating durationMs';
	for (const card of backup.cards) {
		expect(Object.keys(card)).toEqual(expect.arrayContaining(cardFields.split(' ')));
	}
	for (const review of backup.reviews) {
		expect(Object.keys(review)).toEqual(expect.arrayContaining(reviewFields.split(' ')));
		expect(review.reviewedAt).toMatch(iso);
	}
});

test('a file that is damaged, too new or no backup is refused whole, with its reason', async ({
	page,
}) => {
	await reviewSome(page);
	const before = await everything(page);
	const { text } = await saveBackup(page);
	const backup = JSON.parse(text) as Backup;
	const [card] = backup['cards'] as object[];

	const files: readonly (readonly [name: string, text: string, reason: RegExp])[] = [
		['cut.json', text.slice(0, text.length / 2), /not a complete JSON file/],
		['letter.json', '{"dear": "diary"}', /not a Green Room backup/],
		['list.json', '[]', /not a Green Room backup/],
		['empty.json', '', /not a complete JSON file/],
		['new.json', JSON.stringify({ ...backup, version: 2 }), /made by a newer Green Room/],
		['flipped.json', text.replace('"rating":3', '"rating":4'), /damaged/],
		[
			'twice.json',
			JSON.stringify({ ...backup, checksum: undefined, cards: [card, card] }),
			/contradicts itself/,
		],
		[
			'wrong.json',
			JSON.stringify({ ...backup, checksum: undefined, cards: [{ ...card, reps: 'many' }] }),
			/cannot be read/,
		],
	];
	for (const [name, content, reason] of files) {
		await chooseFile(page, name, content);
		const alert = page.getByRole('alert');
		await expect(alert).toContainText(`${name}: `);
		await expect(alert).toContainText(reason);
		await expect(alert).toContainText('nothing was changed');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	expect(await everything(page)).toEqual(before);
});

test('an older file is warned about, and Cancel changes nothing', async ({ page }) => {
	await reviewSome(page);
	const { name, text } = await saveBackup(page);
	await page.goto('/review');
	await rate(page, 'Easy');
	const before = await everything(page);

	await page.goto('/transfer');
	await page.getByLabel('Restore a backup').focus();
	await chooseFile(page, name, text);
	const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
	await expect(dialog.getByRole('alert')).toContainText('What is on this device is newer.');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByLabel('Restore a backup')).toBeFocused();
	expect(await everything(page)).toEqual(before);
});

test('a backup saved before a restore says there what came of it, and nothing is replaced meanwhile', async ({
	page,
}) => {
	await reviewSome(page);
	const { name, text } = await saveBackup(page);
	const before = await everything(page);
	await chooseFile(page, name, text);
	const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
	const saveFirst = dialog.getByRole('button', { name: 'Save a backup first' });
	const replace = dialog.getByRole('button', { name: 'Replace everything' });
	const status = dialog.getByRole('status');

	const { letGo, isHeld } = await holdBackups(page);
	await saveFirst.click();
	await isHeld();
	await expect(status).toHaveText('Saving a backup…');
	await expect(replace).toHaveAttribute('aria-disabled', 'true');
	await replace.click({ force: true });
	const downloading = page.waitForEvent('download');
	await letGo();
	const saved = (await downloading).suggestedFilename();
	await expect(status).toContainText(`Saved as ${saved}.`);
	await expect(replace).toHaveAttribute('aria-disabled', 'false');
	expect(await everything(page)).toEqual(before);

	await page.evaluate(() => {
		URL.createObjectURL = () => {
			throw new Error('There is no room.');
		};
	});
	await saveFirst.click();
	await expect(status).toHaveText('No backup was saved: There is no room.');
	await replace.click();
	await expect(page.getByText(`Restored from ${name}.`)).toBeVisible();
});

/** Keeps backups waiting from now on. @returns how to let them go on, and how to wait until one waits */
async function holdBackups(page: Page) {
	await page.evaluate(
		() =>
			new Promise<void>((held) => {
				void navigator.locks.request('green-room backup', () => {
					held();
					return new Promise<void>((letGo) => Object.assign(globalThis, { letGo }));
				});
			}),
	);
	const waiting = () =>
		page.evaluate(async () => (await navigator.locks.query()).pending?.map(({ name }) => name));
	return {
		isHeld: () => expect.poll(waiting).toContain('green-room backup'),
		letGo: () => page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo()),
	};
}

test('another tab shows what was restored', async ({ context, page }) => {
	await reviewSome(page);
	const { name, text } = await saveBackup(page);
	const other = await context.newPage();
	await other.goto('/');
	await expect(other.getByText(/Today: [1-9]\d* answers/)).toBeAttached();
	await page.bringToFront();
	await page.getByRole('button', { name: 'Erase everything' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
	await expect(other.getByText('Today: 0 answers')).toBeAttached();
	await expect(other.getByText('10 New')).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await chooseFile(page, name, text);
	await page.getByRole('button', { name: 'Replace everything' }).click();
	await expect(other.getByText(/Today: [1-9]\d* answers/)).toBeAttached();
});

/** Leaves a trace of every kind: ratings, an undo, bury, suspend, practice, an edit, a deck, a setting. */
async function useTheApp(page: Page) {
	await setField(page, 'New cards per day', '6');
	await page.goto('/review');
	await rate(page, 'Again');
	await rate(page, 'Good');
	await page.keyboard.press('u');
	await expect(page.getByText('The card is back.').first()).toBeAttached();
	await page.keyboard.press('-');
	await expect(page.getByText('Buried until tomorrow.').first()).toBeAttached();
	await page.keyboard.press('@');
	await expect(page.getByText('Suspended. You can bring').first()).toBeAttached();
	await page.keyboard.press('e');
	await page.getByRole('dialog').getByRole('textbox').first().press('End');
	await page.keyboard.type(' “Indeed” – so!');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await rateAll(page, (turn) => (turn % 2 === 0 ? 'Good' : 'Easy'));

	await page.goto('/recap');
	await page.getByRole('button', { name: /^Run-through/ }).click();
	await page.getByRole('button', { name: 'Show the points' }).click();
	for (let point = 0; point < 5; point++) {
		await page.getByRole('button', { name: point === 2 ? 'Missed it' : 'Knew it' }).click();
	}
	await expect(page.getByRole('heading', { name: '4 of 5 there' })).toBeVisible();
	// The end is shown before all of it is in the log.
	const practised = async () =>
		(await storedEvents(page)).filter(({ kind }) => kind === 'practice').length;
	await expect.poll(practised).toBe(5);

	await page.goto('/decks');
	await page.getByRole('button', { name: 'Create deck' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Sides');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Add a note' }).click();
	await page.getByLabel('Question').fill('Cue?');
	await page.getByLabel('Answer').fill('Line.');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('1 card: new')).toBeVisible();
	await page.goto('/transfer');
	await expect(page.getByRole('button', { name: 'Save a backup' })).toBeVisible();
}

/** Enough for a file that is not restored, or looked at no further. */
async function reviewSome(page: Page) {
	await page.goto('/review');
	for (const grade of ['Good', 'Again', 'Easy'] as const) await rate(page, grade);
	await page.goto('/transfer');
	await expect(page.getByRole('button', { name: 'Save a backup' })).toBeVisible();
}

/** All that a restore must bring back. */
async function everything(page: Page) {
	const tables = ['decks', 'notes', 'settings', 'bases', 'days'];
	const rows = await Promise.all(tables.map((table) => storedRows(page, table)));
	return { cards: await storedCards(page), events: await storedEvents(page), rows };
}

async function saveBackup(page: Page): Promise<{ name: string; text: string }> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const download = await downloading;
	await expect(page.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
	return {
		name: download.suggestedFilename(),
		text: await readFile(await download.path(), 'utf8'),
	};
}

async function chooseFile(page: Page, name: string, text: string) {
	const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
	await page.getByLabel('Restore a backup').setInputFiles(file);
}
