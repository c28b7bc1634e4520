import type { Page } from '@playwright/test';
import { rateAll } from './steps/answer-cards.ts';
import { storedCards, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

test.use({ timezoneId: 'Europe/Berlin' });

const figure = (page: Page, name: string) =>
	page.locator('dl div').filter({ hasText: name }).locator('dd').first();

test('an audition is planned, its cards come by the plan, and afterwards there is a look back', async ({
	page,
}) => {
	test.setTimeout(180_000);
	await page.clock.install({ time: '2026-10-22T09:00:00+02:00' });
	await page.goto('/');
	await page.getByRole('link', { name: 'Have a callback date?' }).click();
	await page.getByLabel('What is it?').fill('Hedda');
	await page.getByLabel('Date and time').fill('2026-10-29T10:00');
	await page.getByLabel('Minutes a day').fill('6');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Today’s cards' })).toBeVisible();
	await expect(figure(page, 'Days left')).toHaveText('7');
	await expect(figure(page, 'Ready on the day')).toHaveText(/^\d+%$/);

	const text = await page.getByText(/^\d+ cards, about/).innerText();
	const planned = Number(/^\d+/.exec(text)?.[0]);
	const before = await storedCards(page);
	await page.goto('/');
	await expect(page.getByText(`${planned} New`, { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Start review' }).click();
	await rateAll(page, () => 'Easy');
	const answered = new Set((await storedEvents(page)).map(({ cardId }) => cardId));
	expect(answered.size).toBeGreaterThanOrEqual(planned);
	expect(Object.keys(await storedCards(page))).toEqual(Object.keys(before));
	await page.getByRole('link', { name: 'Done' }).click();

	await page.clock.setSystemTime('2026-10-29T20:00:00+01:00');
	await page.goto('/audition');
	await expect(page.getByRole('heading', { name: 'Hedda: looking back' })).toBeVisible();
	await expect(figure(page, 'Predicted by the plan')).toHaveText(/^\d+%$/);
	await page.getByRole('button', { name: 'Archive Hedda' }).click();
	await expect(page.getByText('Archived (1)')).toBeVisible();
});

test('two auditions with the same cards are planned together, and the later one goes on by itself', async ({
	page,
}) => {
	test.setTimeout(180_000);
	await page.clock.install({ time: '2026-10-22T09:00:00+02:00' });
	await page.goto('/audition');
	const add = async (name: string, at: string, minutes: string) => {
		await page.getByRole('button', { name: 'Add an audition' }).click();
		await page.getByLabel('What is it?').fill(name);
		await page.getByLabel('Date and time').fill(at);
		await page.getByLabel('Minutes a day').fill(minutes);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
	};
	const section = (name: string) => page.getByRole('region', { name, exact: true });
	const ready = async (name: string) => {
		const shown = section(name).locator('dd').first();
		await expect(shown).toHaveText(/^\d+%$/);
		return Number((await shown.innerText()).replace('%', ''));
	};

	await add('Hedda', '2026-11-05T10:00', '6');
	const alone = await ready('Hedda');
	await add('Nora', '2026-10-24T10:00', '1');
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Nora');
	expect(await ready('Nora')).toBeGreaterThan(0);
	await expect.poll(() => ready('Hedda')).toBeGreaterThanOrEqual(alone - 1);

	await page.goto('/');
	await page.getByRole('link', { name: 'Start review' }).click();
	await rateAll(page, () => 'Good');
	await page.getByRole('link', { name: 'Done' }).click();

	await page.clock.setSystemTime('2026-10-24T20:00:00+02:00');
	await page.goto('/audition');
	await expect(page.getByRole('heading', { name: 'Nora: looking back' })).toBeVisible();
	await expect(section('Hedda').locator('dl div').filter({ hasText: 'Days left' })).toContainText(
		'12',
	);
	expect(await ready('Hedda')).toBeGreaterThan(60);
});
