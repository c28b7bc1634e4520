import type { Page } from '@playwright/test';
import { gradeButton, prompt, rate, showAnswer } from './steps/answer-cards.ts';
import { turn } from './steps/change-settings.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const sides = (page: Page, side: 'Prompt' | 'Answer') => page.getByRole('group', { name: side });
const helpDialog = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const editDialog = (page: Page) => page.getByRole('dialog', { name: 'Edit note' });

const ratings = async (page: Page) =>
	(await storedEvents(page)).map((event) => (event.kind === 'review' ? event.rating : event.kind));

test.beforeEach(async ({ page }) => {
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
});

test('space and Enter show the answer and then rate Good; 1 to 4 rate', async ({ page }) => {
	for (const [show, grade] of [
		['Space', 'Space'],
		['Enter', 'Enter'],
		['Space', '1'],
		['Enter', '2'],
		['Space', '3'],
		['Space', '4'],
	] as const) {
		await expect(sides(page, 'Prompt')).toBeFocused();
		await page.keyboard.press(show);
		await expect(sides(page, 'Answer')).toBeFocused();
		await page.keyboard.press(grade);
		await expect(showAnswer(page)).toBeVisible();
	}
	expect(await ratings(page)).toEqual([3, 3, 1, 2, 3, 4]);
});

test('a number rates nothing before the answer is shown', async ({ page }) => {
	const first = await prompt(page);
	for (const key of ['1', '2', '3', '4']) await page.keyboard.press(key);
	await page.keyboard.press('Space');
	await expect(gradeButton(page, 'Good')).toBeVisible();
	expect(await storedEvents(page)).toEqual([]);
	expect(first).not.toBe('');
});

test('u and Ctrl+Z undo, - buries, @ suspends', async ({ page }) => {
	const first = await prompt(page);
	await rate(page, 'Easy');
	await page.keyboard.press('u');
	await expect(sides(page, 'Prompt')).toHaveText(oneLine(first), { useInnerText: true });

	await rate(page, 'Easy');
	await page.keyboard.press('Control+z');
	await expect(sides(page, 'Prompt')).toHaveText(oneLine(first), { useInnerText: true });

	await page.keyboard.press('-');
	await expect(page.getByText('Buried until tomorrow.').first()).toBeAttached();
	await page.keyboard.press('@');
	await expect(page.getByText('Suspended. You can bring it back').first()).toBeAttached();
	expect(await ratings(page)).toEqual([4, 'undo', 4, 'undo', 'bury', 'suspend']);
});

test('e edits the note, ? lists the shortcuts, and closing gives the focus back', async ({
	page,
}) => {
	await page.keyboard.press('Space');
	await expect(sides(page, 'Answer')).toBeFocused();
	await page.keyboard.press('?');
	await expect(helpDialog(page)).toBeVisible();
	for (const key of ['Space or Enter', '1 2 3 4', 'u, Ctrl+Z', 'e', '-', '@', '?']) {
		await expect(helpDialog(page).getByText(key, { exact: key.length === 1 })).toBeVisible();
	}
	await page.keyboard.press('Escape');
	await expect(helpDialog(page)).toBeHidden();
	await expect(sides(page, 'Answer')).toBeFocused();

	await page.keyboard.press('e');
	await expect(editDialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(editDialog(page)).toBeHidden();
	await expect(sides(page, 'Answer')).toBeFocused();
	await page.keyboard.press('3');
	await expect(showAnswer(page)).toBeVisible();
	expect(await ratings(page)).toEqual([3]);
});

test('the keys of a review mean nothing in a text field, in a dialog or while held down', async ({
	page,
}) => {
	await page.keyboard.press('Space');
	await page.keyboard.press('e');
	const field = editDialog(page).getByRole('textbox').first();
	await field.focus();
	await page.keyboard.type(' 1u-@? ');
	await expect(field).toHaveValue(/ 1u-@\? /);
	await page.keyboard.press('Escape');
	await expect(editDialog(page)).toBeHidden();

	await page.keyboard.press('?');
	await expect(helpDialog(page)).toBeVisible();
	for (const key of ['4', 'u', '-', '@']) await page.keyboard.press(key);
	await page.keyboard.press('Escape');
	await expect(helpDialog(page)).toBeHidden();
	await expect(gradeButton(page, 'Good')).toBeVisible();

	await page.keyboard.down('3');
	for (let repeat = 0; repeat < 10; repeat++) await page.keyboard.down('3');
	await page.keyboard.up('3');
	await expect(showAnswer(page)).toBeVisible();
	await page.keyboard.down('Space');
	for (let repeat = 0; repeat < 10; repeat++) await page.keyboard.down('Space');
	await page.keyboard.up('Space');
	await expect(gradeButton(page, 'Good')).toBeVisible();
	expect(await ratings(page)).toEqual([3]);
});

test('single-key shortcuts can be turned off; Ctrl+Z goes on', async ({ page }) => {
	await rate(page, 'Easy');
	await page.goto('/settings');
	await turn(page, 'Single-key shortcuts', 'off');
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await expect(sides(page, 'Prompt')).toBeFocused();
	for (const key of ['Space', 'Enter', 'u', '-', '@', 'e', '?']) await page.keyboard.press(key);
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(showAnswer(page)).toBeVisible();
	expect(await ratings(page)).toEqual([4]);

	await page.keyboard.press('Control+z');
	await expect.poll(() => ratings(page)).toEqual([4, 'undo']);
});

test('a focused button keeps its own Space and Enter', async ({ page }) => {
	await page.keyboard.press('Space');
	// The focus goes to the answer with the next frame, and would leave the button again.
	await expect(sides(page, 'Answer')).toBeFocused();
	await gradeButton(page, 'Hard').focus();
	await page.keyboard.press('Enter');
	await expect(showAnswer(page)).toBeVisible();
	expect(await ratings(page)).toEqual([2]);
});

const oneLine = (text: string) => text.split('\n').join(' ');
