import type { Locator, Page } from '@playwright/test';

export type Grade = 'Again' | 'Hard' | 'Good' | 'Easy';

export const showAnswer = (page: Page): Locator =>
	page.getByRole('button', { name: 'Show answer' });

export const gradeButton = (page: Page, grade: Grade): Locator =>
	page.getByRole('button', { name: new RegExp(`^${grade}, next in `) });

/** The heading of the summary, whether anything was answered or not. */
export const summaryHeading = (page: Page): Locator =>
	page.getByRole('heading', { name: /That’s it for now|Nothing is due right now/ });

/**
 * Rates the card on the table and waits for the next one, or for the summary.
 *
 * @returns what the button promised: "10 minutes"
 */
export async function rate(page: Page, grade: Grade): Promise<string> {
	await showAnswer(page).click();
	const button = gradeButton(page, grade);
	const name = (await button.getAttribute('aria-label')) ?? '';
	await button.click();
	await nextOrSummary(page);
	return name.replace(`${grade}, next in `, '');
}

/** Looks more often than an assertion would: hundreds of cards are waited for. */
function nextOrSummary(page: Page): Promise<void> {
	return showAnswer(page).or(summaryHeading(page)).waitFor({ timeout: 30_000 });
}

/** Rates every card that comes, until the summary. */
export async function rateAll(page: Page, grade: (turn: number) => Grade): Promise<string[]> {
	const promises: string[] = [];
	await nextOrSummary(page);
	while (await showAnswer(page).isVisible()) {
		promises.push(await rate(page, grade(promises.length)));
	}
	return promises;
}

/** The prompt of the card on the table. */
export function prompt(page: Page): Promise<string> {
	return page.getByRole('group', { name: 'Prompt' }).innerText();
}
