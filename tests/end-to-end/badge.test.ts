import type { Page } from '@playwright/test';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { expect, test } from './steps/watched-test.ts';

const badge = (page: Page) => page.evaluate(() => (globalThis as { badge?: number }).badge);

test('the badge says how many cards are due, whatever screen is open', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.setAppBadge = (count) => {
			Object.assign(globalThis, { badge: count });
			return Promise.resolve();
		};
	});
	await page.clock.install({ time: '2026-11-02T10:00:00' });
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await page.clock.fastForward(5000);
	await expect.poll(() => badge(page)).toBe(10);
	await page.clock.pauseAt('2026-11-02T10:30:00');
	await rate(page, 'Easy');
	// A moment later, by itself, or at once when the app goes out of sight.
	expect(await badge(page)).toBe(10);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect.poll(() => badge(page)).toBe(9);
	await rate(page, 'Easy');
	await page.clock.fastForward(5000);
	await expect.poll(() => badge(page)).toBe(8);

	// An app left open has tomorrow's in the morning.
	await page.clock.fastForward(24 * 3_600_000);
	await expect.poll(() => badge(page)).toBe(10);
});
