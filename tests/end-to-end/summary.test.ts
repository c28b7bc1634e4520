import type { Page } from '@playwright/test';
import { gradeButton, prompt, rate, showAnswer, summaryHeading } from './steps/answer-cards.ts';
import { button } from './steps/button.ts';
import { setField } from './steps/change-settings.ts';
import { storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const HOUR_MS = 3_600_000;

const marks = async (page: Page) =>
	(await storedEvents(page)).map((event) => [event.kind, 'rating' in event ? event.rating : null]);

test('a summary that stands open goes on by itself at the time it told', async ({ page }) => {
	await page.clock.install({ time: '2026-11-02T10:00:00' });
	await setField(page, 'New cards per day', '1');
	await setField(page, 'Learning steps', '1h');
	await page.goto('/review');
	const card = await prompt(page);
	await rate(page, 'Again');
	await expect(page.getByText('the next card comes back at')).toBeVisible();
	await page.clock.fastForward(HOUR_MS - 60_000);
	await expect(summaryHeading(page)).toBeVisible();
	await page.clock.fastForward(60_000);
	await expect(showAnswer(page)).toBeVisible();
	expect(await prompt(page)).toBe(card);
	// It is the same session.
	await rate(page, 'Easy');
	await expect(page.getByText('That’s it for now')).toBeVisible();
});

test('an app that was left open on its summary has the next day’s cards in the morning', async ({
	page,
}) => {
	await page.clock.install({ time: '2026-11-02T22:00:00' });
	await setField(page, 'New cards per day', '1');
	await page.goto('/review');
	await rate(page, 'Easy');
	await expect(summaryHeading(page)).toBeVisible();
	await page.clock.fastForward(5 * HOUR_MS);
	await expect(summaryHeading(page)).toBeVisible();

	// Out of sight nothing is laid on the table.
	await hide(page, true);
	await page.clock.fastForward(2 * HOUR_MS);
	await page.clock.runFor(2000);
	await expect(summaryHeading(page)).toBeVisible();
	await hide(page, false);
	await expect(showAnswer(page)).toBeVisible();
	await expect(page.getByText('1 left')).toBeAttached();
	const progress = page.getByRole('progressbar', { name: 'Cards done in this session' });
	await expect(progress).toHaveAttribute('aria-valuenow', '0');
});

test('the hard cards are drilled again by keyboard, as a recap is', async ({ page }) => {
	await afterTwoHardCards(page);
	await page.keyboard.press('Enter');
	await expect(page.getByText('2 to go')).toBeVisible();
	const prompts = page.getByRole('group', { name: 'Prompt' });
	const answers = page.getByRole('group', { name: 'Answer' });
	await expect(prompts).toBeFocused();
	for (const key of ['1', '3']) await page.keyboard.press(key);
	for (const [show, key] of [
		['Space', '1'],
		['Enter', 'Space'],
		['Space', '3'],
	] as const) {
		await expect(prompts).toBeFocused();
		await page.keyboard.press(show);
		await expect(answers).toBeFocused();
		await page.keyboard.press(key);
	}
	await expect(page.getByText('All of them known now.')).toBeVisible();
	expect((await marks(page)).slice(2)).toEqual([
		['practice', 1],
		['practice', 3],
		['practice', 3],
	]);
});

test('the keys of a review are back when another tab ends a drill', async ({ context, page }) => {
	await afterTwoHardCards(page);
	await page.keyboard.press('Enter');
	await expect(page.getByText('2 to go')).toBeVisible();
	const other = await context.newPage();
	await other.goto('/review');
	await button(other, 'Undo').click();
	await expect(showAnswer(other)).toBeVisible();
	await page.bringToFront();
	await expect(page.getByText('2 to go')).toBeHidden();
	await expect(page.getByRole('group', { name: 'Prompt' })).toBeFocused();
	await page.keyboard.press('Space');
	await expect(gradeButton(page, 'Easy')).toBeVisible();
	await page.keyboard.press('4');
	await expect(summaryHeading(page)).toBeVisible();
});

/** Two cards rated Hard, and the keyboard on the button that drills them. */
async function afterTwoHardCards(page: Page) {
	await setField(page, 'New cards per day', '2');
	await setField(page, 'Learning steps', '1h');
	await page.goto('/review');
	for (let card = 0; card < 2; card++) await rate(page, 'Hard');
	await button(page, 'Drill these again').focus();
}

/** Says that the page is out of sight, or in it again. */
async function hide(page: Page, hidden: boolean) {
	await page.evaluate((value) => {
		Object.defineProperty(document, 'hidden', { value, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	}, hidden);
}
