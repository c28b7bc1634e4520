import { expect, test } from 'vitest';
import { article, bench, DAY, type Bench } from '#lib/storage/testing/testing-store.ts';
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
