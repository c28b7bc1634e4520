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
