import { expect, type Page } from '@playwright/test';
import { button } from '../steps/button.ts';
import type { Look } from './look.ts';

const article = 'How to ace a callback audition';
/** Decks in every state a person can bring them into, and the other screens when there are none left. */
export async function walkOfDecks(page: Page, look: Look): Promise<void> {
	await walkDecks(page, look);
	await walkWithoutDecks(page, look);
	await page.goto('/no/such/page');
	await look({ state: 'no such page', heading: 'There is nothing here', title: 'Not found' });
}

async function walkDecks(page: Page, look: Look) {
	const heading = 'Decks';
	await page.goto('/decks');
	await expect(page.getByRole('link', { name: article, exact: true })).toBeVisible();
	await look({ state: 'Decks', heading });
	await button(page, 'Create deck').click();
	await button(page, 'Save').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'Decks, dialog of a new deck, with a problem', heading });
	await page.getByRole('textbox', { name: 'Name' }).fill('Sides');
	await button(page, 'Save').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Sides' })).toBeVisible();
	await page.goto('/decks');
	await button(page, 'Rename Sides').click();
	await look({ state: 'Decks, dialog of a name', heading });
	await button(page, 'Cancel').click();
	await button(page, 'Options of Sides').click();
	await page.getByLabel('Reviews per day').fill('many');
	await button(page, 'Save').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'Decks, dialog of options, with a problem', heading });
	await button(page, 'Cancel').click();
	await button(page, 'Delete Sides').click();
	await look({ state: 'Decks, dialog before a deck is deleted', heading });
	await button(page, 'Cancel').click();

	await page.getByRole('link', { name: 'Sides', exact: true }).click();
	await expect(page.getByText('No notes yet.')).toBeVisible();
	await look({ state: 'a deck without notes', heading: 'Sides' });
	await button(page, 'Add a note').click();
	await button(page, 'Save').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'a deck, dialog of a new note, with a problem', heading: 'Sides' });
	await page.getByLabel('Question').fill('Cue?');
	await page.getByLabel('Answer').fill('Line.');
	await button(page, 'Save').click();
	await expect(page.getByText('1 card: new')).toBeVisible();
	await look({ state: 'a deck with a note of one’s own', heading: 'Sides' });
	await button(page, 'Delete Cue?').click();
	await look({ state: 'a deck, dialog before a note is deleted', heading: 'Sides' });
	await button(page, 'Delete note').click();
	await expect(page.getByText('No notes yet.')).toBeVisible();
	await page.goto('/decks/no-such-deck');
	await expect(page.getByText('It may have been deleted')).toBeVisible();
	await look({ state: 'a deck that is not there', heading: 'No such deck' });

	await page.goto('/decks/callback-audition');
	await expect(page.getByText('1 card: new').first()).toBeVisible();
	await page.getByText('11 sections').click();
	await look({ state: 'the article', heading: article });
	for (const [place, kind] of [
		[/^A callback is a second chance/, 'a cloze'],
		[/^What has the casting team seen/, 'a question'],
		[/Marci Liroff/, 'a quote'],
		[/^Once you are off book, look/, 'a list'],
		[/^Recap/, 'the recap'],
	] as const) {
		const note = page.locator('.note').filter({ hasText: place }).first();
		await note.getByRole('button', { name: 'Edit' }).click();
		await look({ state: `the article, dialog to edit ${kind}`, heading: article });
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
	}
}

async function walkWithoutDecks(page: Page, look: Look) {
	await page.goto('/decks');
	await button(page, 'Delete Sides').click();
	await button(page, 'Delete deck').click();
	await expect(page.getByText('“Sides” was deleted.')).toBeVisible();
	await look({ state: 'Decks, one deleted', heading: 'Decks' });
	await button(page, `Delete ${article}`).click();
	await button(page, 'Delete deck').click();
	await expect(page.getByRole('heading', { name: 'No decks' })).toBeVisible();
	await look({ state: 'Decks, none', heading: 'Decks' });
	await page.goto('/recap');
	await expect(page.getByRole('heading', { name: 'No recap yet' })).toBeVisible();
	await look({ state: 'Recap, none', heading: 'Recap' });
	await page.goto('/match');
	await expect(page.getByRole('heading', { name: 'No quotes to match yet' })).toBeVisible();
	await look({ state: 'Match, no quotes', heading: 'Match' });
	await page.goto('/');
	await expect(page.getByRole('region', { name: 'Cards due' })).toBeVisible();
	await look({ state: 'Today, without decks', heading: 'Today' });
}
