import { expect, type Page } from '@playwright/test';
import { button } from '../steps/button.ts';
import type { Look } from './look.ts';

/** Today, Audition and Settings in every state a person can bring them into. */
export async function walkOfPlans(page: Page, look: Look): Promise<void> {
	await walkToday(page, look);
	await walkSettings(page, look);
}

async function walkToday(page: Page, look: Look) {
	const heading = 'Today';
	await page.goto('/');
	await expect(page.getByText('10 New')).toBeVisible();
	await look({ state: 'Today, first visit', heading });
	const more = button(page, 'More screens');
	await more.click();
	await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
	// A laptop has room for all of them.
	await look({ state: 'Today, more screens', heading, on: ['phone'] });
	await more.click();
	await page.getByRole('link', { name: 'Have a callback date?' }).click();
	await walkAudition(page, look);
}

async function walkAudition(page: Page, look: Look) {
	const heading = 'Audition';
	await expect(page.getByRole('dialog')).toBeVisible();
	await button(page, 'Save').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByRole('checkbox', { name: 'All decks' }).uncheck();
	await page.getByLabel('A single day off').fill(inAWeek().slice(0, 10));
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

async function walkSettings(page: Page, look: Look) {
	await page.goto('/settings');
	await expect(page.getByText('In your history')).toBeVisible();
	await look({ state: 'Settings', heading: 'Settings' });
	await page.getByLabel('Learning steps', { exact: true }).fill('soon');
	await page.getByLabel('Learning steps', { exact: true }).blur();
	await expect(page.getByRole('alert')).toBeVisible();
	await look({ state: 'Settings, with a problem', heading: 'Settings' });
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
