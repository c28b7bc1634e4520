import type { Page } from '@playwright/test';
import { prompt, rateAll, showAnswer } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { quotesOfArticle } from './steps/quotes-of-article.ts';
import { storedCards, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const quotes = quotesOfArticle();
const quotesOnTable = (page: Page) => page.getByRole('region', { name: 'Quotes' });
const speakerButtons = (page: Page) =>
	page.getByRole('region', { name: /Speakers|Who said the chosen line/ }).getByRole('button');

test('a round is played by taps: a right pair shows role and credit and leaves the schedule alone', async ({
	page,
}) => {
	await page.goto('/match');
	await expect(quotesOnTable(page).getByRole('button')).toHaveCount(6);
	await expect(speakerButtons(page)).toHaveCount(8);
	const before = await storedCards(page);
	const texts = await openQuotes(page);

	for (const [index, text] of texts.entries()) {
		const { speaker, role, credit } = quoteOf(text);
		await expect(page.getByText(`${index} of 6 matched`)).toBeVisible();
		await expect(page.getByText(credit, { exact: false })).toBeHidden();
		const quote = quotesOnTable(page).getByRole('button', { name: text });
		const name = page.getByRole('button', { name: speaker, exact: true });
		// Either may be tapped first.
		if (index % 2 === 0) {
			await quote.click();
			await name.click();
		} else {
			await name.click();
			await quote.click();
		}
		await expect(page.getByRole('status').filter({ hasText: 'Right' })).toHaveText(
			`Right: ${speaker}, ${role}, ${credit}.`,
		);
		if (index < 5) {
			await expect(page.getByText(`✓ ${speaker}, ${role}, ${credit}`)).toBeVisible();
			await expect(name).toBeHidden();
		}
	}
	await expect(page.getByRole('heading', { name: 'Every line to its speaker' })).toBeVisible();
	await expect.poll(async () => (await storedEvents(page)).length).toBe(6);
	const events = await storedEvents(page);
	expect(events.map(({ kind }) => kind)).toEqual(Array(6).fill('practice'));
	expect(await storedCards(page)).toEqual(before);

	await page.getByRole('button', { name: 'Another round' }).click();
	const others = await openQuotes(page);
	expect(others.filter((text) => texts.includes(text))).toEqual([]);
});

test('by keyboard alone, a wrong pair is recorded and its card joins today’s queue', async ({
	page,
}) => {
	await setField(page, 'New cards per day', '0');
	await page.goto('/match');
	await expect(quotesOnTable(page).getByRole('button')).toHaveCount(6);
	const before = await storedCards(page);
	const [first = '', ...others] = await openQuotes(page);
	const right = quoteOf(first).speaker;
	const wrong = quoteOf(others[0] ?? '').speaker;

	await tabTo(page, first);
	await page.keyboard.press('Enter');
	await tabTo(page, wrong);
	await page.keyboard.press('Space');
	await expect(page.getByRole('status').filter({ hasText: 'Not' })).toHaveText(
		`Not ${wrong}. That line comes back in today’s review. Try another name.`,
	);
	await expect(page.getByText(`✕ Not ${wrong}`)).toBeVisible();
	await tabTo(page, right);
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 of 6 matched')).toBeVisible();
	for (const text of others) {
		await tabTo(page, text);
		await page.keyboard.press('Enter');
		await tabTo(page, quoteOf(text).speaker);
		await page.keyboard.press('Enter');
	}
	await expect(page.getByRole('heading', { name: '5 of 6 at the first try' })).toBeFocused();
	await expect(page.getByText(`said ${right}, not ${wrong}`)).toBeVisible();

	const practised = async () =>
		(await storedEvents(page)).filter((event) => event.kind === 'practice');
	// The end is shown before the last pair is in the log.
	await expect.poll(async () => (await practised()).length).toBe(6);
	const practice = await practised();
	expect(practice.map(({ confusedWith }) => confusedWith)).toEqual([
		wrong,
		null,
		null,
		null,
		null,
		null,
	]);
	const after = await storedCards(page);
	const changed = Object.keys(after).filter(
		(id) => JSON.stringify(after[id]) !== JSON.stringify(before[id]),
	);
	expect(changed).toEqual([practice[0]?.cardId]);
	const brought = after[practice[0]?.cardId ?? ''];
	expect(brought?.kind).toBe('who-said-it');
	expect(brought).toMatchObject({ state: 'new', reps: 0, memory: null });

	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	expect(await prompt(page)).toContain('Who said it?');
	expect(await prompt(page)).toContain(first);
	await rateAll(page, () => 'Good');
	expect((await storedEvents(page)).filter(({ kind }) => kind === 'review')).toHaveLength(2);
});

test('a wrong pair leaves the keyboard where it was, and another round gives it the first quote', async ({
	page,
}) => {
	await page.goto('/match');
	await expect(quotesOnTable(page).getByRole('button')).toHaveCount(6);
	const texts = await openQuotes(page);
	const [first = '', , , fourth = ''] = texts;
	const quote = quotesOnTable(page).getByRole('button', { name: fourth });
	await page.getByRole('button', { name: quoteOf(first).speaker, exact: true }).click();
	await quote.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(`✕ Not ${quoteOf(first).speaker}`)).toBeVisible();
	await expect(quote).toBeFocused();
	await expect(quote).toHaveAttribute('aria-pressed', 'true');

	await page.getByRole('button', { name: quoteOf(fourth).speaker, exact: true }).click();
	for (const text of texts.filter((each) => each !== fourth)) {
		await quotesOnTable(page).getByRole('button', { name: text }).click();
		await page.getByRole('button', { name: quoteOf(text).speaker, exact: true }).click();
	}
	await page.getByRole('button', { name: 'Another round' }).focus();
	await page.keyboard.press('Enter');
	await expect(quotesOnTable(page).getByRole('button').first()).toBeFocused();
});

test('a line whose card is suspended is not said to come back in today’s review', async ({
	page,
}) => {
	await setField(page, 'New cards per day', '100');
	await page.goto('/review');
	let asked = await prompt(page);
	while (!asked.includes('Who said it?')) {
		await page.keyboard.press('-');
		await expect.poll(() => prompt(page)).not.toBe(asked);
		asked = await prompt(page);
	}
	const { text, speaker } = quotes.find((each) => asked.includes(each.text)) ?? quoteOf(asked);
	await page.keyboard.press('@');
	await expect(page.getByText('Suspended. You can bring it back').first()).toBeAttached();

	// A round has six of the twelve.
	const quote = quotesOnTable(page).getByRole('button', { name: text });
	await page.goto('/match');
	let texts = await openQuotes(page);
	while (!texts.includes(text)) {
		await page.reload();
		texts = await openQuotes(page);
	}
	const wrong = quoteOf(texts.find((each) => each !== text) ?? '').speaker;
	await quote.click();
	await page.getByRole('button', { name: wrong, exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Not' })).toHaveText(
		`Not ${wrong}. Try another name.`,
	);
	await expect(page.getByText(`✕ Not ${wrong}.`)).toBeVisible();
	await page.getByRole('button', { name: speaker, exact: true }).click();
	for (const other of texts.filter((each) => each !== text)) {
		await quotesOnTable(page).getByRole('button', { name: other }).click();
		await page.getByRole('button', { name: quoteOf(other).speaker, exact: true }).click();
	}
	await expect(page.getByText(`said ${speaker}, not ${wrong}`)).toBeVisible();
	await expect(page.getByText('in today’s review')).toBeHidden();
});

test('there is no clock until one is asked for, and the wish is remembered', async ({ page }) => {
	await page.goto('/match');
	const timer = page.getByRole('timer', { name: 'Time this round' });
	await expect(quotesOnTable(page)).toBeVisible();
	await expect(timer).toBeHidden();
	await page.getByRole('button', { name: 'Show a clock' }).click();
	await expect(timer).toHaveText(/^(?!0:00)\d+:\d\d$/);
	await page.reload();
	await expect(timer).toBeVisible();
	await page.getByRole('button', { name: 'Hide the clock' }).click();
	await expect(timer).toBeHidden();
});

test('a quote or a name that was tapped can be let go of', async ({ page }) => {
	await page.goto('/match');
	const quote = quotesOnTable(page).getByRole('button').first();
	await quote.click();
	await expect(quote).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByRole('heading', { name: 'Who said the chosen line?' })).toBeVisible();
	await quote.click();
	await expect(quote).toHaveAttribute('aria-pressed', 'false');
	const name = speakerButtons(page).first();
	await name.click();
	await expect(name).toHaveAttribute('aria-pressed', 'true');
	await name.click();
	await expect(name).toHaveAttribute('aria-pressed', 'false');
	expect(await storedEvents(page)).toEqual([]);
});

/** The texts of the quotes that wait for their speaker. */
async function openQuotes(page: Page): Promise<string[]> {
	const table = quotesOnTable(page).locator('q');
	await expect(table.first()).toBeVisible();
	return table.allInnerTexts();
}

function quoteOf(text: string) {
	const quote = quotes.find((each) => each.text === text);
	if (!quote) throw new Error(`The article has no such quote: ${text}`);
	return quote;
}

/** Presses Tab until the button with this name has the focus. */
async function tabTo(page: Page, name: string) {
	const button = page.getByRole('button', { name: name.slice(0, 40) });
	for (let presses = 0; presses < 40; presses++) {
		if (await button.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never came to “${name}”.`);
}
