import { expect, test } from 'vitest';
import { article, bench, DAY, tab, type Bench } from '#lib/storage/testing/testing-store.ts';
import { auditionOn } from '#lib/storage/planning/testing-plan.ts';
import AuditionList from './AuditionList.svelte';
import { screenOn } from './testing-screen.ts';

async function someCards(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(3)]);
	return on;
}

const listOn = (on: Bench) => screenOn(on, AuditionList, {});
const inAWeek = ({ clock }: Bench) => new Date(clock.at + 7 * DAY).toISOString().slice(0, 16);

test('the keyboard goes on at the heading of an audition that was just added', async () => {
	const on = await someCards();
	const screen = await listOn(on);
	for (const name of ['Hedda', 'Nora']) {
		await screen.getByRole('button', { name: 'Add an audition' }).click();
		await screen.getByLabelText('What is it?').fill(name);
		await screen.getByLabelText('Date and time').fill(inAWeek(on));
		await screen.getByRole('button', { name: 'Save', exact: true }).click();
		await expect.element(screen.getByRole('heading', { name })).toHaveFocus();
	}
});

test('after a change it is back on the button that led to it', async () => {
	const on = await someCards();
	await auditionOn(on);
	const screen = await listOn(on);
	await screen.getByRole('button', { name: 'Change Hedda' }).click();
	await screen.getByLabelText('Minutes a day').fill('12');
	await screen.getByRole('button', { name: 'Save', exact: true }).click();
	await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
	expect(await on.store.auditions()).toMatchObject([{ minutesPerDay: 12 }]);
	await expect.element(screen.getByRole('button', { name: 'Change Hedda' })).toHaveFocus();
});

test('each of several that were deleted can be brought back', async () => {
	const on = await someCards();
	const days = { Hedda: 3, Nora: 5, Rita: 7 };
	for (const [name, day] of Object.entries(days))
		await auditionOn(on, { name, at: on.clock.at + day * DAY });
	const screen = await listOn(on);
	for (const name of ['Nora', 'Hedda']) {
		await screen.getByRole('button', { name: `Delete ${name}` }).click();
		await expect.element(screen.getByText(`“${name}” was deleted.`)).toBeVisible();
	}
	const back = screen.getByRole('button', { name: 'Bring it back' });
	await expect.element(back.nth(1)).toHaveFocus();
	await back.first().click();
	await expect.element(screen.getByRole('heading', { name: 'Nora' })).toBeVisible();
	await back.click();
	await expect.element(screen.getByRole('heading', { name: 'Hedda' })).toBeVisible();
	expect(back.elements()).toEqual([]);
	expect(await on.store.auditions()).toHaveLength(3);
});

test('one that another tab saves after it was deleted here is back, and no longer said to be deleted', async () => {
	const on = await someCards();
	const audition = await auditionOn(on);
	const other = await tab(on);
	const screen = await listOn(on);
	await screen.getByRole('button', { name: 'Delete Hedda' }).click();
	const told = screen.getByText('“Hedda” was deleted.');
	await expect.element(told).toBeVisible();
	await other.store.saveAudition({ ...audition, minutesPerDay: 12 });
	await expect.element(screen.getByRole('heading', { name: 'Hedda' })).toBeVisible();
	await expect.element(told).not.toBeInTheDocument();
});
