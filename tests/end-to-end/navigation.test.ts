import { expect, test } from './steps/watched-test.ts';

const screens = [
	'Today',
	'Recap',
	'Match',
	'Audition',
	'Decks',
	'Statistics',
	'Import and export',
	'Settings',
];

test('on a wide screen every place has a row of its own and is one click away', async ({
	page,
}) => {
	await page.goto('/');
	const rows = await page
		.getByRole('navigation')
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getBoundingClientRect()));
	expect(rows).toHaveLength(screens.length);
	for (const [at, { top, left, width }] of rows.entries()) {
		expect(top).toBeGreaterThanOrEqual(rows[at - 1]?.bottom ?? 0);
		expect(left).toBe(rows[0]?.left);
		expect(width).toBeGreaterThan(150);
	}
	for (const name of screens) {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(page.locator('[aria-current=page]')).toHaveText(name);
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('what has no place in the bar stands behind More, which closes behind who goes there', async ({
		page,
	}) => {
		await page.goto('/');
		// From now on the app itself goes from place to place.
		await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
		const settings = page.getByRole('link', { name: 'Settings' });
		const more = page.getByRole('button', { name: 'More screens' });
		await expect(settings).toBeHidden();
		await more.click();
		await settings.click();
		await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
		await expect(settings).toBeHidden();
		await more.click();
		await page.keyboard.press('Escape');
		await expect(settings).toBeHidden();
		await expect(more).toBeFocused();
	});
});
