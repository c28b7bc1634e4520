import type { Page } from '@playwright/test';
import { button } from './steps/button.ts';
import { turn } from './steps/change-settings.ts';
import { storedCards, storedDays, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const points = [
	'Know your material inside out',
	'Adapt, and take direction',
	'Dress to suit the character',
	'Listen well, and truly engage',
	'Stay graceful under pressure',
];
const recapCards = ['material', 'adapt', 'dress', 'listen', 'pressure'];

test('one by one: each point is said, looked at and marked, in order', async ({ page }) => {
	await page.goto('/recap');
	await page.getByRole('button', { name: /^One by one/ }).click();
	for (const [index, point] of points.entries()) {
		await expect(page.getByText(`${index + 1} of 5`)).toBeVisible();
		await expect(page.getByText(point)).toBeHidden();
		await button(page, 'Show the point').click();
		await expect(page.getByText(point)).toBeVisible();
		await button(page, 'Knew it').click();
	}
	await expect(page.getByRole('heading', { name: 'All of them, first time' })).toBeFocused();
});

test('Back ends a drill and stays on the screen; what was marked is kept', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Recap' }).first().click();
	await page.getByRole('button', { name: /^One by one/ }).click();
	await button(page, 'Show the point').click();
	await button(page, 'Missed it').click();
	await page.goBack();
	await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	await expect(page).toHaveURL('/recap');
	await expect.poll(async () => (await storedEvents(page)).length).toBe(1);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('what was marked outlives the page, whenever it is taken away', async ({ page }) => {
	await page.goto('/recap');
	await page.getByRole('button', { name: /^Run-through/ }).click();
	await button(page, 'Show the points').click();
	await markAll(page, [true, false, true, true]);
	const marked = async () =>
		(await storedEvents(page)).map((event) => (event.kind === 'practice' ? event.rating : null));
	// The last can be taken back while the page is looked at.
	await expect.poll(marked).toEqual([3, 1, 3]);
	await page.evaluate(() => {
		Object.defineProperty(document, 'hidden', { value: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect.poll(marked).toEqual([3, 1, 3, 3]);
	await expect(button(page, 'Back')).toBeHidden();
	await page.reload();
	await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	expect(await marked()).toEqual([3, 1, 3, 3]);
});

test('a drill that was stopped leaves its place in the history to the next one', async ({
	page,
}) => {
	await page.goto('/recap');
	for (const way of [/^One by one/, /^Run-through/]) {
		await page.getByRole('button', { name: way }).click();
		await button(page, 'Stop').click();
		await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	}
	expect(await page.evaluate(() => history.length)).toBe(3);
	await page.goto('/match');
	await expect(page.getByRole('region', { name: 'Quotes' })).toBeVisible();
	await expect(page).toHaveURL('/match');
});

test('run-through: all are said before any is shown, and the missed run again until all are right', async ({
	page,
}) => {
	await page.goto('/recap');
	await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	const before = await storedCards(page);
	await page.getByRole('button', { name: /^Run-through/ }).click();
	for (const point of points) await expect(page.getByText(point)).toBeHidden();
	await button(page, 'Show the points').click();
	for (const point of points) await expect(page.getByText(point)).toBeVisible();
	await markAll(page, [true, false, true, false, true]);

	await expect(page.getByRole('heading', { name: '3 of 5 there' })).toBeVisible();
	await expect(page.getByRole('listitem')).toContainText([points[1] ?? '', points[3] ?? '']);
	await button(page, 'Run the missed again').click();
	await expect(page.getByText('All 2, aloud')).toBeVisible();
	await button(page, 'Show the points').click();
	await markAll(page, [false, true]);

	await expect(page.getByRole('heading', { name: '1 of 2 there' })).toBeVisible();
	await button(page, 'Run the missed again').click();
	await button(page, 'Show the points').click();
	await expect(page.getByText(points[1] ?? '')).toBeVisible();
	await markAll(page, [true]);
	await expect(page.getByRole('heading', { name: 'All of them now' })).toBeVisible();
	await expect(button(page, 'Run the missed again')).toBeHidden();

	await page.getByRole('link', { name: 'Done' }).click();
	await expect(page.getByText('Today: 8 answers')).toBeAttached();
	expect(await storedCards(page)).toEqual(before);
	const events = await storedEvents(page);
	expect(events.map((event) => event.kind)).toEqual(Array(8).fill('practice'));
	expect(events.map((event) => event.kind === 'practice' && event.rating)).toEqual([
		3, 1, 3, 1, 3, 1, 3, 3,
	]);
	expect(events.map((event) => event.kind === 'practice' && event.drill)).toEqual(
		Array(8).fill('recap'),
	);
});

test('when the recap counts, the first run rates each point Again or Good on its own card', async ({
	page,
}) => {
	await page.goto('/recap');
	await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	const before = await storedCards(page);
	await turn(page, 'Count toward my schedule', 'on');
	await page.getByRole('button', { name: /^Run-through/ }).click();
	await button(page, 'Show the points').click();
	await markAll(page, [true, true, false, true, true]);
	await button(page, 'Run the missed again').click();
	await button(page, 'Show the points').click();
	await markAll(page, [true]);
	await expect(page.getByText('The first run counted toward your schedule.')).toBeVisible();

	const counted = () =>
		storedEvents(page).then((events) =>
			events.map((event) => [
				event.kind,
				'rating' in event ? event.rating : null,
				event.cardId.split('/').at(-1),
			]),
		);
	await expect
		.poll(counted)
		.toEqual([
			...recapCards.map((key, index) => ['review', index === 2 ? 1 : 3, key]),
			['practice', 3, 'dress'],
		]);
	const after = await storedCards(page);
	for (const [id, card] of Object.entries(after)) {
		if (card.kind === 'recap-point') expect(card.reps).toBe(1);
		else expect(card).toEqual(before[id]);
	}
	const [day] = await storedDays(page);
	expect(day).toMatchObject({ answers: 5, again: 1, good: 4, practice: 1 });
	await page.reload();
	await expect(page.getByRole('switch', { name: 'Count toward my schedule' })).toBeChecked();
});

test('against the clock: after ninety seconds the points are shown', async ({ page }) => {
	await page.clock.install({ time: '2026-11-02T10:00:00' });
	await page.goto('/recap');
	const begin = page.getByRole('button', { name: /^Against the clock/ });
	await expect(begin).toBeVisible();
	// From here on no time passes but by this test.
	await page.clock.pauseAt('2026-11-02T10:30:00');
	await begin.click();
	const timer = page.getByRole('timer', { name: 'Seconds left' });
	await expect(timer).toHaveText('90');

	await page.clock.fastForward(60_000);
	await expect(timer).toHaveText('30');
	await page.clock.fastForward(25_000);
	await expect(page.getByText(points[0] ?? '')).toBeHidden();
	await page.clock.fastForward(5_500);
	for (const point of points) await expect(page.getByText(point)).toBeVisible();
	await expect(timer).toBeHidden();
	await markAll(page, [true, true, true, true, true]);
	await expect(page.getByRole('heading', { name: 'All of them, first time' })).toBeVisible();
});

test('the clock can be switched off during a run and for good', async ({ page }) => {
	await page.clock.install({ time: '2026-11-02T10:00:00' });
	await page.goto('/recap');
	await page.getByRole('button', { name: /^Against the clock/ }).click();
	await button(page, 'No clock').click();
	await expect(page.getByRole('timer')).toBeHidden();
	await page.clock.fastForward(200_000);
	await expect(button(page, 'Show the points')).toBeVisible();

	await button(page, 'Stop').click();
	await turn(page, '90-second countdown', 'off');
	await page.reload();
	await expect(page.getByRole('switch', { name: '90-second countdown' })).not.toBeChecked();
	await page.getByRole('button', { name: /^Against the clock/ }).click();
	await expect(button(page, 'Show the points')).toBeVisible();
	await expect(page.getByRole('timer')).toBeHidden();
});

test('the drill runs by keyboard alone, and a mark can be taken back', async ({ page }) => {
	await page.goto('/recap');
	await page.getByRole('button', { name: /^One by one/ }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Space');
	await expect(page.getByText(points[0] ?? '')).toBeVisible();
	await page.keyboard.press('1');
	await expect(page.getByText('2 of 5')).toBeVisible();
	await page.keyboard.press('u');
	await expect(page.getByText('1 of 5')).toBeVisible();
	for (let marked = 0; marked < points.length; marked++) {
		if (await button(page, 'Show the point').isVisible()) await page.keyboard.press('Space');
		await expect(button(page, 'Knew it')).toBeVisible();
		await page.keyboard.press('3');
		await expect(button(page, 'Knew it')).toBeHidden();
	}
	await expect(page.getByRole('heading', { name: 'All of them, first time' })).toBeVisible();
});

test('the keyboard is never lost: when a drill is left, when it is over, when its clock or a mark goes', async ({
	page,
}) => {
	await page.goto('/recap');
	const heading = page.getByRole('heading', { level: 1, name: 'Recap' });
	const stage = page.getByRole('group', { name: 'Recap points' });
	await expect(page.getByText('5 points to carry into the room.')).toBeVisible();
	await expect(heading).not.toBeFocused();
	await press(page, /^Against the clock/);
	await expect(stage).toBeFocused();
	await press(page, 'No clock');
	await expect(page.getByRole('timer')).toBeHidden();
	await expect(stage).toBeFocused();
	await press(page, 'Stop');
	await expect(heading).toBeFocused();

	await press(page, /^Run-through/);
	await press(page, 'Show the points');
	await press(page, 'Missed it');
	await press(page, 'Back');
	await expect(button(page, 'Back')).toBeHidden();
	await expect(stage).toBeFocused();
	await markAll(page, [false, true, true, true, true]);
	await press(page, 'Choose another way');
	await expect(heading).toBeFocused();

	await press(page, /^Run-through/);
	await press(page, 'Show the points');
	await markAll(page, [true, true, true, true, true]);
	await press(page, 'Once more');
	await expect(heading).toBeFocused();
});

/** Presses a button by keyboard. */
async function press(page: Page, name: string | RegExp) {
	const pressed = page.getByRole('button', { name, exact: true });
	await pressed.focus();
	await pressed.press('Enter');
}

/** Marks the points that are shown, the first first. */
async function markAll(page: Page, knewThem: readonly boolean[]) {
	for (const knewIt of knewThem) await button(page, knewIt ? 'Knew it' : 'Missed it').click();
}
