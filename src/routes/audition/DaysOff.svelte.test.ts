import { expect, test } from 'vitest';
import { bench } from '#lib/storage/testing/testing-store.ts';
import DaysOff from './DaysOff.svelte';
import { screenOn } from './testing-screen.ts';

/** On 2 November 2026. */
async function daysOff(last: string) {
	const props = { weekdaysOff: [], datesOff: [], last };
	const screen = await screenOn(await bench(), DaysOff, props);
	const date = screen.getByLabelText('A single day off');
	const addButton = screen.getByRole('button', { name: 'Add a day off' });
	return {
		screen,
		date,
		addButton,
		problem: screen.getByRole('alert'),
		days: () =>
			screen
				.getByRole('listitem')
				.elements()
				.map((day) => day.textContent.trim()),
		add: async (day: string) => {
			await date.fill(day);
			await addButton.click();
		},
	};
}

test('a day from today to the audition’s own is taken, others are refused with a word', async () => {
	const { add, days, problem, date } = await daysOff('2026-11-20');
	for (const day of ['2026-11-01', '2026-11-21', '']) {
		await add(day);
		await expect.element(problem).toHaveTextContent('from today to the day of the audition');
		await expect.element(date).toHaveAttribute('aria-invalid', 'true');
	}
	expect(days()).toEqual([]);
	for (const day of ['2026-11-20', '2026-11-02']) await add(day);
	await expect.poll(days).toEqual(['Monday 2 November', 'Friday 20 November']);
	await expect.element(problem).not.toBeInTheDocument();
});

test('a day of another year is shown with it', async () => {
	const { add, days } = await daysOff('2027-03-01');
	await add('2027-01-04');
	await expect.poll(days).toEqual([expect.stringMatching(/^Mon,? 4 Jan 2027$/)]);
});

test('the keyboard stays where days are added when one was added or taken out', async () => {
	const { screen, add, addButton, days } = await daysOff('2026-11-20');
	await add('2026-11-12');
	await expect.element(addButton).toHaveFocus();
	await screen.getByRole('button', { name: 'Study on Thursday 12 November after all' }).click();
	await expect.poll(days).toEqual([]);
	await expect.element(addButton).toHaveFocus();
});
