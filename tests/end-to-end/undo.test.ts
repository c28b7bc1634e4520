import type { Page } from '@playwright/test';
import type { Card } from '#lib/domain/cards/card.ts';
import { prompt, rate, rateAll, showAnswer, summaryHeading } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { storedCards, storedDays } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const promptOf = (page: Page) => page.getByRole('group', { name: 'Prompt' });
const oneLine = (text: string) => text.split('\n').join(' ');
const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });

test('undo goes from the summary, over a reload, to the very beginning, each card being as before', async ({
	page,
}) => {
	await setField(page, 'New cards per day', '4');
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();

	/** How everything stood before each act. */
	const states: { cards: Record<string, Card>; prompt: string }[] = [];
	const remember = async () => {
		states.push({ cards: await storedCards(page), prompt: await prompt(page) });
	};
	const acts = ['Again', 'Good', 'bury', 'Easy', 'suspend'] as const;
	for (const act of acts) {
		await remember();
		const before = await prompt(page);
		if (act === 'bury') await page.keyboard.press('-');
		else if (act === 'suspend') await page.keyboard.press('@');
		else await rate(page, act);
		await expect(promptOf(page)).not.toHaveText(oneLine(before), { useInnerText: true });
	}
	while (await showAnswer(page).isVisible()) {
		await remember();
		await rate(page, 'Easy');
	}
	await expect(summaryHeading(page)).toBeVisible();
	expect(states.length).toBeGreaterThan(acts.length);

	for (let left = states.length; left > 0; left--) {
		if (left === states.length - 2) await page.reload();
		await expect(undoButton(page)).toHaveAttribute('aria-disabled', 'false');
		await undoButton(page).click();
		const state = states[left - 1];
		await expect(promptOf(page)).toHaveText(oneLine(state?.prompt ?? ''), { useInnerText: true });
		expect(await storedCards(page)).toEqual(state?.cards);
	}

	await undoButton(page).click({ force: true });
	await expect(undoButton(page)).toHaveAttribute('aria-disabled', 'true');
	expect(await storedDays(page)).toEqual([]);
});

test('undo takes back what was answered on an earlier day', async ({ page }) => {
	await page.clock.install({ time: '2026-11-02T10:00:00' });
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	const untouched = await storedCards(page);
	const first = await prompt(page);
	await rate(page, 'Easy');

	await page.clock.setSystemTime('2026-11-05T10:00:00');
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
	await undoButton(page).click();
	await expect(page.getByText('Undone: Easy. The card is back.').first()).toBeAttached();

	await expect(undoButton(page)).toHaveAttribute('aria-disabled', 'true');
	expect(await storedCards(page)).toEqual(untouched);
	await expect(promptOf(page)).toHaveText(oneLine(first), { useInnerText: true });
	expect(await storedDays(page)).toEqual([]);
});

test('an undone rating can be given anew, and counts once', async ({ page }) => {
	await setField(page, 'New cards per day', '2');
	await page.goto('/review');
	await rate(page, 'Again');
	await undoButton(page).click();
	await expect(page.getByText('Undone: Again. The card is back.').first()).toBeAttached();
	await rateAll(page, () => 'Easy');

	const days = await storedDays(page);
	expect(days.map(({ answers, again, easy }) => ({ answers, again, easy }))).toEqual([
		{ answers: 2, again: 0, easy: 2 },
	]);
	await expect(page.getByText('Hard today')).toBeHidden();
});
