import { gradeButton, prompt, rate, showAnswer } from './steps/answer-cards.ts';
import { storedCards, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

test('the first card is two taps away, and a reload resumes where the session stood', async ({
	page,
}) => {
	await page.goto('/');
	await expect(page.getByText('10 New')).toBeVisible();
	await page.getByRole('link', { name: 'Start review' }).click();
	await showAnswer(page).click();
	await expect(page.getByRole('group', { name: 'Answer' })).toBeVisible();

	await gradeButton(page, 'Easy').click();
	await expect(showAnswer(page)).toBeVisible();
	await rate(page, 'Good');
	await rate(page, 'Easy');
	const third = await prompt(page);
	const progress = page.getByRole('progressbar', { name: 'Cards done in this session' });
	await expect(progress).toHaveAttribute('aria-valuenow', '2');
	await expect(progress).toHaveAttribute('aria-valuemax', '10');
	const before = await storedCards(page);

	await page.reload();

	await expect(showAnswer(page)).toBeVisible();
	expect(await prompt(page)).toBe(third);
	await expect(progress).toHaveAttribute('aria-valuenow', '2');
	await expect(progress).toHaveAttribute('aria-valuemax', '10');
	expect(await storedCards(page)).toEqual(before);
	expect((await storedEvents(page)).map((event) => event.kind)).toEqual([
		'review',
		'review',
		'review',
	]);

	await page.getByRole('link', { name: 'Close the review' }).click();
	await expect(page.getByText('7 New')).toBeVisible();
	await expect(page.getByText('1 Learning')).toBeVisible();
	await expect(page.getByText('Today: 3 answers')).toBeAttached();
});

test('each grade says its exact next interval in words', async ({ page }) => {
	await page.goto('/review');
	await showAnswer(page).click();
	for (const name of [
		'Again, next in 1 minute',
		'Hard, next in 5.5 minutes',
		'Good, next in 10 minutes',
		/^Easy, next in \d+ days$/,
	]) {
		await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
	}
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
});

test('a card says which section it comes from and leads there', async ({ page }) => {
	await page.goto('/review');
	const source = page.getByRole('link', { name: /^From: / });
	await expect(showAnswer(page)).toBeVisible();
	// Before the answer it would give many a one away.
	await expect(source).toBeHidden();
	await showAnswer(page).click();
	const section = ((await source.textContent()) ?? '').replace('From: ', '').trim();
	await source.click();
	await expect(page).toHaveURL(/\/decks\/callback-audition#/);
	await expect(page.getByRole('heading', { level: 2, name: section })).toBeInViewport();
});

test('nothing is asked on the first visit: the built-in deck is there with all its cards', async ({
	page,
}) => {
	await page.goto('/decks');
	await expect(
		page.getByRole('link', { name: 'How to ace a callback audition', exact: true }),
	).toBeVisible();
	await expect(page.getByText(/^\d+ cards$/)).toBeVisible();
	const cards = Object.values(await storedCards(page));
	expect(cards.length).toBeGreaterThan(80);
	expect(cards.every((card) => card.state === 'new' && card.head === null)).toBe(true);
});
