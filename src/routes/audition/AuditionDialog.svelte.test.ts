import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bench, DAY } from '#lib/storage/testing/testing-store.ts';
import AuditionDialog from './AuditionDialog.svelte';
import { screenOn } from './testing-screen.ts';

async function dialog() {
	const on = await bench();
	const onclose = vi.fn();
	const screen = await screenOn(on, AuditionDialog, { audition: null, decks: [], onclose });
	return {
		on,
		onclose,
		screen,
		when: screen.getByLabelText('Date and time'),
		minutes: screen.getByLabelText('Minutes a day'),
		save: () => screen.getByRole('button', { name: 'Save' }).click(),
		problem: screen.getByRole('alert'),
	};
}

/** As the field writes it. */
const inDays = (from: number, days: number) =>
	new Date(from + days * DAY).toISOString().slice(0, 16);

test('a date typed straight through is that date', async () => {
	const { when } = await dialog();
	(when.element() as HTMLElement).focus();
	await userEvent.keyboard('121020261000AM');
	await expect.element(when).toHaveValue('2026-12-10T10:00');
});

test('a date more than two years ahead is not taken, one of two years is', async () => {
	const { on, when, save, problem, onclose } = await dialog();
	for (const far of ['9999-06-01T10:00', '3026-06-01T10:00', inDays(on.clock.at, 733)]) {
		await when.fill(far);
		await save();
		await expect.element(problem).toHaveTextContent('That is more than two years ahead');
	}
	await expect.element(when).toHaveAttribute('aria-invalid', 'true');
	expect(await on.store.auditions()).toEqual([]);
	await when.fill(inDays(on.clock.at, 730));
	await save();
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(await on.store.auditions()).toHaveLength(1);
});

test('minutes are plain digits, with decimals after a comma or a point', async () => {
	const { on, when, minutes, save, problem, onclose } = await dialog();
	await when.fill(inDays(on.clock.at, 7));
	for (const wrong of ['1e2', '0x10', '1441', 'ten']) {
		await minutes.fill(wrong);
		await save();
		await expect.element(problem).toHaveTextContent('such as 15 or 7.5');
	}
	await minutes.fill('5,5');
	await save();
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(await on.store.auditions()).toMatchObject([{ minutesPerDay: 5.5 }]);
});
