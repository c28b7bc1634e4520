import { expect, type Page } from '@playwright/test';
import { button } from '../steps/button.ts';
import { knowOnePoint } from '../steps/know-one-point.ts';
import type { ArticleQuote } from '../steps/quotes-of-article.ts';
import { quotesOnTable } from '../steps/quotes-on-table.ts';
import type { Look } from './look.ts';

/** Recap, Match, and Import and export in every state a person can bring them into. */
export async function walkOfDrills(page: Page, look: Look): Promise<void> {
	await walkRecap(page, look);
	await walkMatch(page, look);
	await walkTransfer(page, look);
}

async function walkRecap(page: Page, look: Look) {
	const heading = 'Recap';
	await page.goto('/recap');
	await expect(page.getByText('5 points to carry')).toBeVisible();
	await look({ state: 'Recap, choice', heading });

	await page.getByRole('button', { name: /^One by one/ }).click();
	await look({ state: 'Recap, one by one, asked', heading });
	await button(page, 'Show the point').click();
	await look({ state: 'Recap, one by one, shown', heading });
	await button(page, 'Knew it').click();
	await look({ state: 'Recap, one by one, the second', heading });
	await button(page, 'Stop').click();

	await page.getByRole('button', { name: /^Run-through/ }).click();
	await look({ state: 'Recap, run-through, asked', heading });
	await button(page, 'Show the points').click();
	await look({ state: 'Recap, run-through, shown', heading });
	await button(page, 'Knew it').click();
	await button(page, 'Missed it').click();
	await look({ state: 'Recap, run-through, half marked', heading });
	await button(page, 'Stop').click();

	await page.getByRole('button', { name: /^Against the clock/ }).click();
	await look({ state: 'Recap, against the clock', heading });
	await button(page, 'Show the points').click();
	for (let point = 0; point < 5; point++) {
		await button(page, point === 1 ? 'Missed it' : 'Knew it').click();
	}
	await look({ state: 'Recap, end with one missed', heading });
	await button(page, 'Run the missed again').click();
	await button(page, 'Show the points').click();
	await button(page, 'Knew it').click();
	await look({ state: 'Recap, end with all right', heading });
}

async function walkMatch(page: Page, look: Look) {
	const heading = 'Match';
	await page.goto('/match');
	const quotes = await quotesOnTable(page);
	await look({ state: 'Match, dealt', heading });
	const [first, second] = quotes;
	const take = (quote?: ArticleQuote) =>
		page.getByRole('button', { name: quote?.text ?? '' }).click();
	const name = (quote?: ArticleQuote) => button(page, quote?.speaker ?? '').click();

	await take(first);
	await look({ state: 'Match, a quote chosen', heading });
	await name(second);
	await expect(page.getByText(/^✕ Not /)).toBeVisible();
	await look({ state: 'Match, a wrong pair', heading });
	await name(first);
	await expect(page.getByText(/^✓ /)).toBeVisible();
	await look({ state: 'Match, a right pair', heading });
	await name(second);
	await look({ state: 'Match, a name chosen', heading });
	await take(second);
	for (const quote of quotes.slice(2)) {
		await take(quote);
		await name(quote);
	}
	await expect(button(page, 'Another round')).toBeVisible();
	await look({ state: 'Match, end', heading });
}

async function walkTransfer(page: Page, look: Look) {
	const heading = 'Import and export';
	await page.goto('/transfer');
	await expect(page.getByText('No backup saved from this browser yet.')).toBeVisible();
	await look({ state: 'Import and export', heading });
	const downloading = page.waitForEvent('download');
	await button(page, 'Save a backup').click();
	const download = await downloading;
	await expect(page.getByText('Saved as')).toBeVisible();
	await look({ state: 'Import and export, saved', heading });
	const file = page.getByLabel('Restore a backup');
	await file.setInputFiles({
		name: 'a-letter.json',
		mimeType: 'application/json',
		buffer: Buffer.from('{'),
	});
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'Import and export, a file refused', heading });
	await knowOnePoint(page);
	await page.goto('/transfer');
	await file.setInputFiles(await download.path());
	await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
	await look({ state: 'Import and export, dialog of an older file', heading });
	await button(page, 'Cancel').click();
	await button(page, 'Erase everything').click();
	await look({ state: 'Import and export, dialog before all is erased', heading });
	await button(page, 'Cancel').click();
}
