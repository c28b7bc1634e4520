import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { quotesOfArticle } from './steps/quotes-of-article.ts';
import { storedCards } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const builtIn = 'How to ace a callback audition';
const deckLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('a deck is created, renamed, limited, deleted and brought back', async ({ page }) => {
	await page.goto('/decks');
	await page.getByRole('button', { name: 'Create deck' }).click();
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('A deck needs a name.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Name' }).fill('Hamlet');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hamlet' })).toBeVisible();
	await page.goto('/decks');
	await expect(deckLink(page, 'Hamlet')).toBeVisible();

	await page.getByRole('button', { name: 'Rename Hamlet' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Hamlet, act one');
	await page.keyboard.press('Enter');
	await expect(deckLink(page, 'Hamlet, act one')).toBeVisible();
	await expect(deckLink(page, 'Hamlet')).toBeHidden();

	await page.getByRole('button', { name: `Options of ${builtIn}` }).click();
	await page.getByLabel('New cards per day').fill('3');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.goto('/');
	await expect(page.getByText('3 New')).toBeVisible();

	await page.goto('/review');
	await rate(page, 'Easy');
	await page.goto('/decks');
	const before = await storedCards(page);
	await page.getByRole('button', { name: `Delete ${builtIn}` }).click();
	await page.getByRole('button', { name: 'Delete deck' }).click();
	await expect(deckLink(page, builtIn)).toBeHidden();
	await expect(
		page.getByText(`“${builtIn}” was deleted. Its review history is kept.`),
	).toBeVisible();
	expect(await storedCards(page)).toEqual({});
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(deckLink(page, builtIn)).toBeVisible();
	expect(await storedCards(page)).toEqual(before);

	await page.reload();
	await expect(deckLink(page, builtIn)).toBeVisible();
	await expect(deckLink(page, 'Hamlet, act one')).toBeVisible();
});

test('a deleted built-in deck stays away after a reload, and can be brought back later', async ({
	page,
}) => {
	await page.goto('/decks');
	await page.getByRole('button', { name: `Delete ${builtIn}` }).click();
	await page.getByRole('button', { name: 'Delete deck' }).click();
	await expect(page.getByRole('heading', { name: 'No decks' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'No decks' })).toBeVisible();

	await page.getByRole('button', { name: `Bring back ${builtIn}` }).click();
	await expect(deckLink(page, builtIn)).toBeVisible();
});

test('notes of one’s own are added, reviewed, edited and deleted', async ({ page }) => {
	await page.goto('/decks');
	await page.getByRole('button', { name: 'Create deck' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('My sides');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'My sides' })).toBeVisible();

	await page.getByRole('button', { name: 'Add a note' }).click();
	await page.getByLabel('Question').fill('What comes after “To be”?');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Please fill in every field first.')).toBeVisible();
	await page.getByLabel('Answer').fill('“Or not to be”');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('1 card: new')).toBeVisible();

	await page.getByRole('link', { name: 'Review this deck' }).click();
	await expect(page.getByText('What comes after “To be”?')).toBeVisible();
	await rate(page, 'Easy');
	await expect(page.getByRole('heading', { name: 'That’s it for now' })).toBeVisible();

	await page.goto('/decks');
	await deckLink(page, 'My sides').click();
	await expect(page.getByText(/^1 card: in \d+ days$/)).toBeVisible();
	// The heading that the keyboard went to is the deck's own, not the one that stood until it was read.
	await expect(page.getByRole('heading', { level: 1, name: 'My sides' })).toBeFocused();
	await page
		.getByRole('button', { name: 'Delete What comes after “To be”?', exact: true })
		.press('Enter');
	await page.getByRole('button', { name: 'Delete note' }).press('Enter');
	await expect(page.getByText('No notes yet.')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'was deleted' })).toHaveText(
		'“What comes after “To be”?” was deleted.',
	);
	await expect(page.getByRole('heading', { level: 1, name: 'My sides' })).toBeFocused();
});

test('the article is read section by section, each note beside the state of its cards', async ({
	page,
}) => {
	await page.goto('/review');
	await rate(page, 'Easy');
	await page.goto('/decks/callback-audition');

	await expect(page.getByRole('heading', { level: 1, name: builtIn })).toBeVisible();
	await expect(page.getByText('By Jim Webb.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(11);
	for (const { text, speaker, role, credit } of quotesOfArticle()) {
		const figure = page.getByRole('figure').filter({ hasText: text });
		await expect(figure).toContainText(speaker);
		await expect(figure).toContainText(`${role}, ${credit}`);
	}

	const cards = Object.values(await storedCards(page));
	for (const noteId of new Set(cards.map((card) => card.noteId))) {
		const own = cards.filter((card) => card.noteId === noteId);
		const count = own.length === 1 ? '1 card' : `${own.length} cards`;
		const state = own.every((card) => card.state === 'new') ? 'new' : /in \d+ days/.source;
		await expect(page.locator(`[id="${noteId}"]`)).toContainText(
			new RegExp(`${count}: .*${state}`),
		);
	}
});

test('editing a note keeps the progress of its cards', async ({ page }) => {
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await rate(page, 'Easy');
	const before = await storedCards(page);
	const reviewed = Object.values(before).find((card) => card.reps === 1);

	await page.goto('/decks/callback-audition');
	const note = page.locator(`[id="${reviewed?.noteId ?? ''}"]`);
	await note.getByRole('button', { name: 'Edit' }).click();
	const field = page.getByRole('dialog').getByRole('textbox').first();
	await field.fill('A callback is your second ==first impression== on them.');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(note).toContainText('A callback is your second first impression on them.');
	await expect(note.getByText(/^1 card: in \d+ days$/)).toBeVisible();
	expect(await storedCards(page)).toEqual(before);

	await page.reload();
	await expect(note).toContainText('A callback is your second first impression on them.');
});

test('an edit in the middle of a review is on the card at once, which stays on the table', async ({
	page,
}) => {
	await page.goto('/review');
	await showAnswer(page).click();
	await page.getByRole('button', { name: 'More for this card' }).click();
	await page.getByRole('button', { name: 'Edit note' }).click();
	const field = page.getByRole('dialog').getByRole('textbox').first();
	await field.fill('A callback is your second ==first impression== on them.');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page.getByText('A callback is your second')).toBeVisible();
});

test('a suspended card is seen on its deck’s page and can be brought back there', async ({
	page,
}) => {
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await page.keyboard.press('@');
	await expect(page.getByText('Suspended. You can bring it back').first()).toBeAttached();
	await page.goto('/decks/callback-audition');
	await expect(page.getByText(/^1 card: suspended$/)).toBeVisible();
	const note = page.locator('.note').filter({ hasText: '1 card: suspended' });
	const id = (await note.getAttribute('id')) ?? '';
	await page.getByRole('button', { name: /^Unsuspend ./ }).press('Enter');
	await expect(page.getByText(/^1 card: suspended$/)).toBeHidden();
	await expect(page.locator(`[id="${id}"]`)).toBeFocused();
	await expect(page.getByRole('status').filter({ hasText: 'reviews' })).toHaveText(
		/^“.+” is back in your reviews\.$/,
	);
	await expect(page.getByRole('button', { name: 'Unsuspend' })).toBeHidden();
});
