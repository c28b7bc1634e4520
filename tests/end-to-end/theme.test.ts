import type { Page } from '@playwright/test';
import { expect, test } from './steps/watched-test.ts';

test('the browser’s own bars take the chosen theme, or else the system’s', async ({ page }) => {
	const [light, dark] = ['#e9eee6', '#0f1a15'];
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/settings');
	const theme = page.getByLabel('Theme');
	await expect(theme).toBeVisible();
	await expect.poll(() => colorOfBars(page)).toEqual([light]);
	await theme.selectOption('dark');
	await expect.poll(() => colorOfBars(page)).toEqual([dark]);

	// Before any script of the app has come.
	await page.route('**/_app/**', () => undefined);
	await page.reload({ waitUntil: 'commit' });
	await expect.poll(() => colorOfBars(page)).toEqual([dark]);
	await page.unroute('**/_app/**');

	await page.reload();
	await theme.selectOption('system');
	await expect.poll(() => colorOfBars(page)).toEqual([light]);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => colorOfBars(page)).toEqual([dark]);
});

/** Of the colours that the page gives, those in force. */
const colorOfBars = (page: Page) =>
	page
		.locator('meta[name="theme-color"]')
		.evaluateAll((metas) =>
			(metas as HTMLMetaElement[])
				.filter(({ media }) => matchMedia(media).matches)
				.map(({ content }) => content),
		);
