import { expect, type Page } from '@playwright/test';
import { gradeButton, rate, rateAll, showAnswer, summaryHeading } from './answer-cards.ts';
import { setField } from './change-settings.ts';
import { quotesOfArticle } from './quotes-of-article.ts';

/** What a screen in one of its states should be called. */
export interface Sight {
	/** For the report of a failure. */
	readonly state: string;
	readonly heading: string;
	/** What stands before "· Green Room" in the title, where it isn't the heading. */
	readonly title?: string;
}

export type Look = (sight: Sight) => Promise<void>;

const article = 'How to ace a callback audition';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Goes through every screen in every state a person can bring it into, and stops to look at each. */
export async function walkOfScreens(page: Page, look: Look): Promise<void> {
	await walkToday(page, look);
	await walkDecks(page, look);
	await walkSettings(page, look);
	await walkReview(page, look);
	await walkRecap(page, look);
	await walkMatch(page, look);
	await walkStatistics(page, look);
	await walkTransfer(page, look);
	await walkWithoutDecks(page, look);
	await page.goto('/no/such/page');
	await look({ state: 'no such page', heading: 'There is nothing here', title: 'Not found' });
}

async function walkToday(page: Page, look: Look) {
	const heading = 'Today';
	await page.goto('/');
	await expect(page.getByText('10 New')).toBeVisible();
	await look({ state: 'Today, first visit', heading });
	const more = button(page, 'More screens');
	// Wide screens have room for all.
	if (await more.isVisible()) {
		await more.click();
		await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
		await look({ state: 'Today, more screens', heading });
		await more.click();
	}
	await page.getByRole('link', { name: 'Have a callback date?' }).click();
	await walkAudition(page, look);
}

async function walkAudition(page: Page, look: Look) {
	const heading = 'Audition';
	await expect(page.getByRole('dialog')).toBeVisible();
	await button(page, 'Save').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByRole('checkbox', { name: 'All decks' }).uncheck();
	await page.getByLabel('A single day off').fill('2100-01-01');
	await button(page, 'Add a day off').click();
	await look({ state: 'Audition, dialog of a new one, with a problem', heading });
	await page.getByLabel('What is it?').fill('Hedda, second round');
	await page.getByLabel('Date and time').fill(inAWeek());
	await button(page, 'Save').click();
	await expect(page.getByRole('heading', { name: 'Today’s cards' })).toBeVisible();
	await page.getByText('Which, and why').click();
	await page.getByText('Put it in your calendar').click();
	await look({ state: 'Audition, with its plan', heading });
	await page.goto('/');
	await expect(page.getByText('ready on the day')).toBeVisible();
	await look({ state: 'Today, with a callback ahead', heading: 'Today' });
	await page.goto('/audition');
	await button(page, 'Archive Hedda, second round').click();
	await page.getByText('Archived (1)').click();
	await look({ state: 'Audition, one archived', heading });
	await button(page, 'Delete Hedda, second round').click();
	await expect(button(page, 'Bring it back')).toBeVisible();
	await look({ state: 'Audition, one deleted', heading });
}

function inAWeek(): string {
	return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
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
	await button(page, 'Delete').click();
	await look({ state: 'a deck, dialog before a note is deleted', heading: 'Sides' });
	await button(page, 'Delete note').click();
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
	}
}

async function walkSettings(page: Page, look: Look) {
	await page.goto('/settings');
	await expect(page.getByText('In your history')).toBeVisible();
	await look({ state: 'Settings', heading: 'Settings' });
	await page.getByLabel('Learning steps', { exact: true }).fill('soon');
	await page.getByLabel('Learning steps', { exact: true }).blur();
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'Settings, with a problem', heading: 'Settings' });
	// Enough to meet every kind of card.
	await setField(page, 'New cards per day', '12');
	await page.goto('/settings');
	await button(page, 'Fit to my memory').click();
	await expect(page.getByText(/a fit needs 40/)).toBeVisible();
	await look({ state: 'Settings, a fit of too few reviews', heading: 'Settings' });
	await button(page, 'Move due dates…').click();
	await expect(page.getByText('Every due date already is')).toBeVisible();
	await look({ state: 'Settings, no due date to move', heading: 'Settings' });
	const retention = 'How much to remember';
	await page.getByRole('link', { name: retention }).click();
	await expect(page.getByRole('heading', { name: 'Choose' })).toBeVisible();
	await look({ state: 'How much to remember', heading: retention });
	await page.getByRole('slider', { name: /Desired retention/ }).fill('80');
	await look({ state: 'How much to remember, another chosen', heading: retention });
}

async function walkReview(page: Page, look: Look) {
	const heading = 'Review';
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await button(page, 'More for this card').click();
	await look({ state: 'Review, menu open', heading });
	await button(page, 'Keyboard shortcuts').click();
	await look({ state: 'Review, dialog of shortcuts', heading });
	await button(page, 'Close').click();
	await page.keyboard.press('e');
	await expect(page.getByRole('dialog')).toBeVisible();
	await look({ state: 'Review, dialog of the note', heading });
	await page.keyboard.press('Escape');

	const seen = new Set<string>();
	while (await showAnswer(page).isVisible()) {
		const label = await page.getByRole('group', { name: 'Prompt' }).locator('.label').innerText();
		if (seen.has(label)) {
			await rate(page, seen.size % 2 === 0 ? 'Easy' : 'Good');
			continue;
		}
		seen.add(label);
		await look({ state: `Review, “${label}” asked`, heading });
		await showAnswer(page).click();
		await look({ state: `Review, “${label}” answered`, heading });
		await gradeButton(page, seen.size === 1 ? 'Again' : 'Easy').click();
		await expect(showAnswer(page).or(summaryHeading(page))).toBeVisible();
	}
	expect(seen.size).toBeGreaterThanOrEqual(4);
	await expect(page.getByText('Hard today')).toBeVisible();
	await look({ state: 'Review, summary', heading });
	await button(page, 'Drill these again').click();
	await look({ state: 'Review, drill of the hard ones, asked', heading });
	await showAnswer(page).click();
	await look({ state: 'Review, drill of the hard ones, answered', heading });
	await button(page, 'Knew it').click();
	await page.getByRole('link', { name: 'Done' }).click();
	await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
	await look({ state: 'Today, done', heading: 'Today' });
	await page.goto('/review');
	await expect(page.getByRole('heading', { name: 'Nothing is due right now' })).toBeVisible();
	await look({ state: 'Review, nothing due', heading });

	await page.goto('/review?deck=no-such-deck');
	await rateAll(page, () => 'Easy');
	await look({ state: 'Review of a deck that is not there', heading });
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
	const table = page.getByRole('region', { name: 'Quotes' });
	await expect(table.getByRole('button')).toHaveCount(6);
	await look({ state: 'Match, dealt', heading });
	const texts = await table.locator('q').allInnerTexts();
	const speakers = texts.map(
		(text) => quotesOfArticle().find((quote) => quote.text === text)?.speaker ?? '',
	);
	const take = (text = '') => table.getByRole('button', { name: text }).click();

	await take(texts[0]);
	await look({ state: 'Match, a quote chosen', heading });
	await button(page, speakers[1] ?? '').click();
	await expect(page.getByText(/^✕ Not /)).toBeVisible();
	await look({ state: 'Match, a wrong pair', heading });
	await button(page, speakers[0] ?? '').click();
	await expect(page.getByText(/^✓ /)).toBeVisible();
	await look({ state: 'Match, a right pair', heading });
	await button(page, speakers[1] ?? '').click();
	await look({ state: 'Match, a name chosen', heading });
	await take(texts[1]);
	for (const [index, text] of texts.entries()) {
		if (index < 2) continue;
		await take(text);
		await button(page, speakers[index] ?? '').click();
	}
	await expect(button(page, 'Another round')).toBeVisible();
	await look({ state: 'Match, end', heading });
}

async function walkStatistics(page: Page, look: Look) {
	const heading = 'Statistics';
	await page.goto('/statistics');
	await expect(page.getByText('You mix up').first()).toBeVisible();
	await expect(page.getByRole('slider', { name: 'Forecast' })).toBeVisible();
	await look({ state: 'Statistics', heading });
	await button(page, 'Table: Answers').click();
	await page.getByLabel('Time', { exact: true }).selectOption('From … to …');
	await expect(page.getByLabel('From', { exact: true })).toBeVisible();
	await button(page, 'Compare').click();
	await expect(page.getByText('There is nothing to compare')).toBeVisible();
	await look({ state: 'Statistics, as a table, between two dates, compared', heading });
	await page.getByLabel('Deck or tag').selectOption('Sides');
	await expect(page.getByText('Answers count for the deck')).toBeVisible();
	await look({ state: 'Statistics, of a deck without answers', heading });
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
	await page.goto('/recap');
	await page.getByRole('button', { name: /^One by one/ }).click();
	await button(page, 'Show the point').click();
	await button(page, 'Knew it').click();
	await button(page, 'Stop').click();
	// What was marked is in the log once the drill is gone.
	await expect(page.getByRole('button', { name: /^One by one/ })).toBeVisible();
	await page.goto('/transfer');
	await file.setInputFiles(await download.path());
	await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
	await look({ state: 'Import and export, dialog of an older file', heading });
	await button(page, 'Cancel').click();
	await button(page, 'Erase everything').click();
	await look({ state: 'Import and export, dialog before all is erased', heading });
	await button(page, 'Cancel').click();
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
