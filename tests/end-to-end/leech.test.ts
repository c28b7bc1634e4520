import { lookFor } from './accessibility/look.ts';
import { gradeButton, rate, rateAll, showAnswer } from './steps/answer-cards.ts';
import { setField, turn } from './steps/change-settings.ts';
import { storedCards } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const DAY_MS = 86_400_000;
const start = Date.parse('2026-10-05T09:00:00Z');

test('a card that keeps slipping away is told to be a leech, shown as one, and suspended if so chosen', async ({
	page,
}) => {
	await page.clock.install({ time: start });
	await setField(page, 'New cards per day', '1');
	await setField(page, 'Leech after (lapses)', '1');
	await page.goto('/review');
	await rateAll(page, () => 'Easy');

	await setField(page, 'New cards per day', '0');
	await page.clock.setSystemTime(start + 60 * DAY_MS);
	await page.goto('/review');
	await showAnswer(page).click();
	await gradeButton(page, 'Again').click();
	await expect(
		page.getByRole('status').getByText('It is tagged as a leech: a rewording may help.'),
	).toBeAttached();
	// It comes back in ten minutes, and is waited for.
	await expect(page.getByText('Leech: this one keeps slipping away.')).toBeVisible();
	await lookFor(page)({ state: 'Review, a leech', heading: 'Review' });
	await rate(page, 'Easy');
	expect(Object.values(await storedCards(page)).filter(({ leech }) => leech)).toMatchObject([
		{ suspended: false },
	]);

	await page.goto('/settings');
	await turn(page, 'Suspend leeches', 'on');
	await page.clock.setSystemTime(start + 120 * DAY_MS);
	await page.goto('/review');
	await showAnswer(page).click();
	await gradeButton(page, 'Again').click();
	await expect(
		page.getByRole('status').getByText('It is tagged as a leech and suspended.'),
	).toBeAttached();
	await expect(page.getByRole('link', { name: 'Done' })).toBeVisible();
	const [suspended, ...others] = Object.values(await storedCards(page)).filter(
		({ leech }) => leech,
	);
	expect(others).toEqual([]);
	expect(suspended).toMatchObject({ suspended: true, lapses: 2 });
	await page.goto('/decks/callback-audition');
	await expect(page.getByText('suspended leech')).toBeVisible();
	await page.getByRole('button', { name: 'Unsuspend' }).click();
	await expect(page.getByText('suspended leech')).toBeHidden();
});
