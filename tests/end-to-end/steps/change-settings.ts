import { expect, type Page } from '@playwright/test';
import { storedRows } from './stored.ts';

/** Changes a field in Settings and leaves the page there. */
export async function setField(page: Page, label: string, text: string): Promise<void> {
	if (new URL(page.url(), 'http://localhost').pathname !== '/settings')
		await page.goto('/settings');
	const field = page.getByLabel(label, { exact: true });
	await field.fill(text);
	await field.blur();
	await expect(page.getByText(`${label} saved`, { exact: true })).toBeAttached();
}

/** Turns a switch on or off on the page that shows it, and waits until that is stored. */
export async function turn(page: Page, name: string, to: 'on' | 'off'): Promise<void> {
	const stored = () => storedRows(page, 'settings');
	await expect(page.getByRole('switch', { name })).toBeVisible();
	const before = await stored();
	await page.getByRole('switch', { name }).setChecked(to === 'on');
	await expect.poll(stored).not.toEqual(before);
}
