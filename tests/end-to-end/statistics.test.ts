import { readFile } from 'node:fs/promises';
import { rate } from './steps/answer-cards.ts';
import { restoreFile } from './steps/restore-file.ts';
import { restoreHistory } from './steps/restore-history.ts';
import { expect, test } from './steps/watched-test.ts';

test('half a year of reviews is told in charts, by keyboard, in tables and in files', async ({
	page,
}) => {
	const reviews = await restoreHistory(page, Date.now());
	await page.goto('/statistics');
	const retention = page.getByRole('slider', { name: 'True retention' });
	await expect(retention).toBeVisible();

	await page.getByLabel('Time', { exact: true }).selectOption('All time');
	await expect(page.getByText(`${reviews} answers, 60 of them to new cards.`)).toBeVisible();
	await page.getByLabel('Shown by').selectOption('Month');
	await retention.focus();
	await page.keyboard.press('Home');
	await expect(retention).toHaveAttribute('aria-valuetext', /^\w+ \d{4}: Young .*Reviews \d/);

	await page.getByRole('button', { name: 'Table: Answers', exact: true }).click();
	const table = page.getByRole('region', { name: 'Answers, table' });
	const totals = await table.getByRole('row').locator('td:first-of-type').allTextContents();
	expect(totals.reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThan(100);

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save CSV: Answers', exact: true }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('answers.csv');
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv.split('\r\n')[0]).toBe(
		'\uFEFFMonth,Reviews (answers),New (answers),Steps (answers),Practice (answers)',
	);

	const drawing = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save image: Hours of the day' }).click();
	const picture = await drawing;
	expect(picture.suggestedFilename()).toBe('hours-of-the-day.png');
	const [first, ...rest] = await readFile(await picture.path());
	expect([first, ...rest.slice(0, 3)]).toEqual([0x89, ...Buffer.from('PNG')]);

	await expect(page.getByText(/^You mix up .+ and .+: /)).toBeVisible();
	await page.getByRole('button', { name: 'Table: Speakers you mix up' }).click();
	const mixUps = page.getByRole('region', { name: 'Speakers you mix up, table' });
	await expect(mixUps.getByRole('row', { name: /Marci Liroff/ }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.getByText(/Log loss 0\.\d{4}, RMSE \(bins\)/)).toBeVisible();
	await page.reload();
	await expect(page.getByText(/Log loss 0\.\d{4}, RMSE \(bins\)/)).toBeVisible();
});

test('a deck and a span of days are counted by themselves', async ({ page }) => {
	const reviews = await restoreHistory(page, Date.now());
	await page.goto('/decks');
	await page.getByRole('button', { name: 'Create deck' }).click();
	await page.getByLabel('Name').fill('Hedda');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.goto('/statistics');
	const scope = page.getByLabel('Deck or tag');
	const said = (count: number) => page.getByText(new RegExp(`^${count} answers, `));
	await page.getByLabel('Time', { exact: true }).selectOption('All time');
	await expect(said(reviews)).toBeVisible();

	await scope.selectOption('Hedda');
	await expect(page.getByText('Nothing was reviewed in this time.').first()).toBeVisible();
	await page.reload();
	await expect(scope.locator('option:checked')).toHaveText('Hedda');
	await expect(page.getByLabel('Time', { exact: true })).toHaveValue('all');
	await page.getByRole('link', { name: 'Decks' }).click();
	await expect(page.getByRole('heading', { name: 'Decks' })).toBeVisible();
	await page.goBack();
	await expect(scope.locator('option:checked')).toHaveText('Hedda');
	await scope.selectOption({ index: 0 });
	await expect(said(reviews)).toBeVisible();
	await page.goBack();
	await expect(page).toHaveURL(/\/decks$/);
	await page.goForward();

	await page.getByLabel('Time', { exact: true }).selectOption('From … to …');
	const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
	await page.getByLabel('From', { exact: true }).fill(day(400));
	await page.getByLabel('To', { exact: true }).fill(day(300));
	await expect(page.getByText('Nothing was reviewed in this time.').first()).toBeVisible();
	await page.getByLabel('To', { exact: true }).fill(day(0));
	await expect(said(reviews)).toBeVisible();
});

test('a tag that was written into a backup by hand is counted by itself, and stays', async ({
	page,
}) => {
	const reviews = await restoreHistory(page, Date.now());
	await page.goto('/transfer');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const text = await readFile(await (await downloading).path(), 'utf8');
	const { file, answers } = tagged(text, 'monologue', 4);
	expect(answers).toBeGreaterThan(4);
	expect(answers).toBeLessThan(reviews);
	await restoreFile(page, file);

	await page.goto('/statistics');
	const scope = page.getByLabel('Deck or tag');
	const said = (count: number) => page.getByText(new RegExp(`^${count} answers, `));
	await page.getByLabel('Time', { exact: true }).selectOption('All time');
	await expect(said(reviews)).toBeVisible();
	await scope.selectOption('monologue');
	await expect(said(answers)).toBeVisible();
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.getByText(/Log loss 0\.\d{4}, RMSE \(bins\)/)).toBeVisible();
	await scope.selectOption('All decks');
	await expect(said(reviews)).toBeVisible();

	await page.reload();
	await expect(scope.getByRole('option', { name: 'monologue' })).toBeAttached();
});

/** A backup with a tag on its first notes that were reviewed, and how many answers their cards had. */
function tagged(text: string, tag: string, count: number) {
	const { checksum: _checksum, ...backup } = JSON.parse(text) as {
		readonly checksum: string;
		readonly notes: readonly { readonly id: string }[];
		readonly cards: readonly { readonly id: string; readonly noteId: string }[];
		readonly reviews: readonly { readonly cardId: string; readonly kind: string }[];
	};
	const noteOf = new Map(backup.cards.map(({ id, noteId }) => [id, noteId]));
	const asked = backup.reviews.filter(({ kind }) => kind === 'review');
	const chosen = [...new Set(asked.map(({ cardId }) => noteOf.get(cardId)))].slice(0, count);
	const notes = backup.notes.map((note) =>
		chosen.includes(note.id) ? { ...note, tags: [tag] } : note,
	);
	return {
		file: JSON.stringify({ ...backup, notes }),
		answers: asked.filter(({ cardId }) => chosen.includes(noteOf.get(cardId))).length,
	};
}

test('an answer shows in the statistics at once, and its undo takes it away', async ({ page }) => {
	await page.goto('/statistics');
	await expect(page.getByText('Nothing to count yet.')).toBeVisible();
	await page.goto('/review');
	await rate(page, 'Good');
	await page.goto('/statistics');
	await expect(page.getByText('1 answer, to a new card.')).toBeVisible();
	await page.goto('/review');
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(page.getByText('The card is back.').first()).toBeAttached();
	await page.goto('/statistics');
	await expect(page.getByText('Nothing to count yet.')).toBeVisible();
});
