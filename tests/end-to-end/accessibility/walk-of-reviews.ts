import { expect, type Page } from '@playwright/test';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { gradeButton, rate, rateAll, showAnswer, summaryHeading } from '../steps/answer-cards.ts';
import { button } from '../steps/button.ts';
import { setField } from '../steps/change-settings.ts';
import { knowOnePoint } from '../steps/know-one-point.ts';
import { quotesOnTable } from '../steps/quotes-on-table.ts';
import { storedEvents } from '../steps/stored.ts';
import type { Look } from './look.ts';

/** A review in every state, and Statistics of what was done. */
export async function walkOfReviews(page: Page, look: Look): Promise<void> {
	await walkReview(page, look);
	await walkStatistics(page, look);
}

async function walkReview(page: Page, look: Look) {
	const heading = 'Review';
	// Enough to meet every kind of card.
	await setField(page, 'New cards per day', '12');
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
	await expect(page.getByRole('dialog')).toBeHidden();

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

/** A point known, a quote mixed up and then matched: drills have figures too. */
async function practise(page: Page) {
	await knowOnePoint(page);
	await page.goto('/match');
	const [first, second] = await quotesOnTable(page);
	for (const [quote, named] of [
		[first, second],
		[second, second],
	]) {
		await page.getByRole('button', { name: quote?.text ?? '' }).click();
		await button(page, named?.speaker ?? '').click();
	}
	const matched = async () => (await storedEvents(page)).filter(isMatch).length;
	await expect.poll(matched).toBe(2);
}

function isMatch(event: LogEvent): boolean {
	return event.kind === 'practice' && event.drill === 'match';
}

async function walkStatistics(page: Page, look: Look) {
	const heading = 'Statistics';
	await practise(page);
	await page.goto('/decks');
	await button(page, 'Create deck').click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Sides');
	await button(page, 'Save').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Sides' })).toBeVisible();
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
