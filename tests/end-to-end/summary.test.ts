import type { Page } from '@playwright/test';
import { prompt, rate, showAnswer, summaryHeading } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { expect, test } from './steps/watched-test.ts';

const HOUR_MS = 3_600_000;

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

/** Says that the page is out of sight, or in it again. */
async function hide(page: Page, hidden: boolean) {
	await page.evaluate((value) => {
		Object.defineProperty(document, 'hidden', { value, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	}, hidden);
}
