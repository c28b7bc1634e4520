import type { Page } from '@playwright/test';
import type { Note } from '#lib/domain/cards/note.ts';
import {
	gradeButton,
	prompt,
	rate,
	rateAll,
	showAnswer,
	summaryHeading,
} from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { storedCards, storedDays, storedEvents, storedRows } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

test('two tabs review one queue: no answer is doubled, none is lost, each sees the other’s', async ({
	context,
	page,
}) => {
	const other = await context.newPage();
	const tabs = [page, other];
	for (const tab of tabs) {
		await tab.goto('/review');
		await expect(showAnswer(tab)).toBeVisible();
	}
	const progress = (tab: Page) =>
		tab.getByRole('progressbar', { name: 'Cards done in this session' });

	for (let turn = 0; turn < 10; turn++) {
		const [here = page, there = other] = turn % 2 === 0 ? tabs : [other, page];
		// The browser draws a tab behind another one but once a second, and what is to be tapped must stand still.
		await here.bringToFront();
		await rate(here, 'Easy');
		await expect(progress(there)).toHaveAttribute('aria-valuenow', String(turn + 1));
	}
	for (const tab of tabs) await expect(summaryHeading(tab)).toBeVisible();
	await expectEachCardOnce(page, 10);
});

test('when both tabs show the answer of one card, only the first rating counts', async ({
	context,
	page,
}) => {
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.goto('/review');
		await expect(showAnswer(tab)).toBeVisible();
	}
	await other.reload();
	await expect(showAnswer(other)).toBeVisible();
	expect(await prompt(other)).toBe(await prompt(page));
	await showAnswer(page).click();
	await showAnswer(other).click();

	// The very same moment, as near as it can be had: a tab that hears of the other's rating first has no buttons left.
	const before = await storedCards(page);
	const grades = await Promise.all([
		gradeButton(page, 'Easy').elementHandle(),
		gradeButton(other, 'Again').elementHandle(),
	]);
	await Promise.all(
		grades.map((grade) => grade.evaluate((button) => (button as HTMLElement).click())),
	);
	for (const tab of [page, other]) await expect(showAnswer(tab)).toBeVisible();

	const events = await storedEvents(page);
	expect(events).toHaveLength(1);
	const after = await storedCards(page);
	const changed = Object.keys(after).filter((id) => after[id]?.head !== before[id]?.head);
	expect(changed).toEqual([events[0]?.cardId]);
	const [day] = await storedDays(page);
	expect(day?.answers).toBe(1);
	expect(await prompt(other)).toBe(await prompt(page));
});

test('two tabs rating as fast as they can keep every answer that was taken, once', async ({
	context,
	page,
}) => {
	test.setTimeout(180_000);
	await setField(page, 'New cards per day', '20');
	const other = await context.newPage();
	for (const tab of [page, other]) await tab.goto('/review');
	await Promise.all([page, other].map((tab) => rateFast(tab)));

	for (const tab of [page, other]) await expect(summaryHeading(tab)).toBeVisible();
	await expectEachCardOnce(page, 20);
});

test('an undo in one tab brings the card back in the other', async ({ context, page }) => {
	await setField(page, 'New cards per day', '1');
	const other = await context.newPage();
	for (const tab of [page, other]) await tab.goto('/review');
	await page.bringToFront();
	await rateAll(page, () => 'Easy');
	await expect(summaryHeading(other)).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(showAnswer(page)).toBeVisible();
	await expect(showAnswer(other)).toBeVisible();
	expect(await storedDays(page)).toEqual([]);
});

test('an edit goes to the note it was begun for, whatever another tab does to the queue', async ({
	context,
	page,
}) => {
	await setField(page, 'New cards per day', '2');
	const other = await context.newPage();
	const dialog = page.getByRole('dialog', { name: 'Edit note' });
	const field = dialog.getByRole('textbox').first();
	for (const tab of [page, other]) {
		await tab.goto('/review');
		await expect(showAnswer(tab)).toBeVisible();
	}
	for (const [typed, left, then] of [
		['The ==first== note.', 1, showAnswer(page)],
		['The ==second== note.', 0, summaryHeading(page)],
	] as const) {
		await page.bringToFront();
		const before = await notesById(page);
		await page.keyboard.press('e');
		await field.fill(typed);
		await other.bringToFront();
		await rate(other, 'Easy');
		const [answered] = (await storedEvents(page)).slice(-1);
		const noteId = (await storedCards(page))[answered?.cardId ?? '']?.noteId ?? '';
		await expect(page.getByText(`${left} left`)).toBeAttached();
		await expect(then).toBeAttached();
		await page.bringToFront();
		await expect(field).toHaveValue(typed);
		await dialog.getByRole('button', { name: 'Save' }).click();
		await expect(dialog).toBeHidden();
		await expect(then).toBeVisible();
		const after = await notesById(page);
		const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
		expect(changed).toEqual([noteId]);
		expect(after[noteId]).toContain(typed);
	}
});

/** What each note says, by its id. */
async function notesById(page: Page): Promise<Record<string, string>> {
	const notes = await storedRows<{ readonly value: Note }>(page, 'notes');
	return Object.fromEntries(notes.map(({ value }) => [value.id, JSON.stringify(value.body)]));
}

/** Presses Easy as soon as it is there, whatever the other tab does, until nothing is left. */
async function rateFast(tab: Page) {
	await expect(showAnswer(tab).or(summaryHeading(tab))).toBeVisible();
	while (!(await summaryHeading(tab).isVisible())) {
		await tab.evaluate(() => {
			const press = (label: string) =>
				[...document.querySelectorAll('button')]
					.find((button) => (button.ariaLabel ?? button.textContent).trim().startsWith(label))
					?.click();
			press('Show answer');
			press('Easy');
		});
	}
}

async function expectEachCardOnce(page: Page, count: number) {
	const events = await storedEvents(page);
	expect(events.map(({ kind }) => kind)).toEqual(Array(count).fill('review'));
	expect(new Set(events.map(({ cardId }) => cardId)).size).toBe(count);
	expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
	const days = await storedDays(page);
	expect(days.map(({ answers }) => answers)).toEqual([count]);
	const reviewed = Object.values(await storedCards(page)).filter(({ reps }) => reps === 1);
	expect(reviewed).toHaveLength(count);
}
