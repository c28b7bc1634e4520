import type { Page } from '@playwright/test';
import { setField } from './steps/change-settings.ts';
import { restoreHistory } from './steps/restore-history.ts';
import { storedCards, storedRows } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

/** Someone who forgets far more than the usual parameters expect: every other time. */
const forgetful = (nth: number, visit: number) => visit > 0 && (nth + visit) % 2 === 0;

async function dueDates(page: Page) {
	const cards = Object.values(await storedCards(page));
	return Object.fromEntries(cards.map(({ id, due }) => [id, due]));
}

/** What is stored; undefined: the usual ones. */
async function parameters(page: Page): Promise<readonly number[] | undefined> {
	const rows = await storedRows<{ id?: string; value: unknown }>(page, 'settings');
	return rows.find((row) => Object.values(row).includes('parameters'))?.value as
		readonly number[] | undefined;
}

test('a fit is offered, taken without moving a due date, and taken back with one tap', async ({
	page,
}) => {
	await restoreHistory(page, Date.now(), forgetful);
	const promised = await dueDates(page);
	const before = await storedCards(page);
	const usual = await parameters(page);

	await page.goto('/settings');
	await page.getByRole('button', { name: 'Fit to my memory' }).click();
	await expect(
		page.getByText(/^Card by card, they come .+ in your last \d+ reviews,/),
	).toBeVisible();
	await page.getByRole('button', { name: 'Use the fitted ones' }).click();
	await expect(page.getByText(/^Fitted on .+ closer to what happened\.$/)).toBeVisible();
	expect(await parameters(page)).toHaveLength(21);
	expect(await parameters(page)).not.toEqual(usual);
	await expect.poll(() => storedCards(page)).not.toEqual(before);
	expect(await dueDates(page)).toEqual(promised);

	await page.reload();
	await page.getByRole('button', { name: 'Back to the previous parameters' }).click();
	await expect(page.getByText(/then put back to the parameters before\.$/)).toBeVisible();
	await expect.poll(() => storedCards(page)).toEqual(before);
	expect(await dueDates(page)).toEqual(promised);
});

test('due dates move when that is asked for, and only then', async ({ page }) => {
	await restoreHistory(page, Date.now());
	const promised = await dueDates(page);
	await setField(page, 'Desired retention (%)', '80');
	expect(await dueDates(page)).toEqual(promised);
	await page.getByRole('button', { name: 'Move due dates…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Move due dates?' });
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	expect(await dueDates(page)).toEqual(promised);

	await page.getByRole('button', { name: 'Move due dates…' }).click();
	await dialog.getByRole('button', { name: /^Move \d+ cards$/ }).click();
	await expect(page.getByText(/^\d+ cards moved\.$/)).toBeVisible();
	expect(await dueDates(page)).not.toEqual(promised);
	await page.getByRole('button', { name: 'Move due dates…' }).click();
	await expect(page.getByText('Every due date already is what your settings say.')).toBeVisible();
});

test('a year at another retention is looked at before it is chosen', async ({ page }) => {
	await restoreHistory(page, Date.now());
	await page.goto('/settings');
	await page.getByRole('link', { name: 'How much to remember' }).click();
	const retention = page.getByRole('slider', { name: /^Desired retention/ });
	await expect(retention).toHaveValue('90');
	await expect(page.getByText(/^About .+ cards and .+ a day over the year/)).toBeVisible();
	await retention.fill('95');
	await expect(page.getByText(/more time than now/)).toBeVisible();
	await expect(page.getByText('90% is in force now.')).toBeVisible();
	const chart = page.getByRole('slider', { name: 'Cards and minutes a day' });
	await chart.focus();
	await page.keyboard.press('Home');
	await expect(chart).toHaveAttribute('aria-valuetext', /^70%: Cards \d+\.\d, Minutes \d+\.\d$/);

	await page.getByRole('button', { name: 'Use 95%' }).click();
	await expect(page.getByText('Saved. Due dates you were given stay.')).toBeVisible();
	await page.goto('/settings');
	await expect(page.getByLabel('Desired retention (%)')).toHaveValue('95');
});
