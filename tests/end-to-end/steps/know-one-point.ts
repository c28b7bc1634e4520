import { expect, type Page } from '@playwright/test';
import { button } from './button.ts';

/** Marks one point of the recap as known, and stops. */
export async function knowOnePoint(page: Page): Promise<void> {
	await page.goto('/recap');
	const oneByOne = page.getByRole('button', { name: /^One by one/ });
	await oneByOne.click();
	await button(page, 'Show the point').click();
	await button(page, 'Knew it').click();
	await button(page, 'Stop').click();
	// What was marked is in the log once the drill is gone.
	await expect(oneByOne).toBeVisible();
}
