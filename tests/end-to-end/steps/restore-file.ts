import { expect, type Page } from '@playwright/test';

/** Restores a backup on the screen for it, as a person does. */
export async function restoreFile(page: Page, text: string): Promise<void> {
	await page.goto('/transfer');
	await page.getByLabel('Restore a backup').setInputFiles({
		name: 'backup.json',
		mimeType: 'application/json',
		buffer: Buffer.from(text),
	});
	await page.getByRole('button', { name: 'Replace everything' }).click();
	await expect(page.getByText('Restored from backup.json.')).toBeVisible();
}
