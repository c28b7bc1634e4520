import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Interval, Outcome } from '#lib/domain/log/event.ts';
import GradeButtons from './GradeButtons.svelte';

const after = (interval: Interval): Outcome => ({
	state: 'review',
	stepsLeft: 0,
	interval,
	leech: false,
	suspended: false,
});

const choices = {
	1: after({ seconds: 60 }),
	2: after({ seconds: 330 }),
	3: after({ seconds: 600 }),
	4: after({ days: 75 }),
};

async function buttons(busy = false) {
	const rate = vi.fn();
	const screen = await render(GradeButtons, { choices, busy, rate });
	const all = screen.getByRole('group', { name: 'How well did you know it?' }).getByRole('button');
	return { screen, rate, all };
}

test('each grade says in words when the card comes next', async () => {
	const { all } = await buttons();
	const names = all.elements().map((button) => button.getAttribute('aria-label'));
	expect(names).toEqual([
		'Again, next in 1 minute',
		'Hard, next in 5.5 minutes',
		'Good, next in 10 minutes',
		'Easy, next in 2.5 months',
	]);
});

test('what is seen is short, and the spoken name begins with it', async () => {
	const { all } = await buttons();
	const seen = all.elements().map((button) => button.textContent.replace(/\s+/g, ' ').trim());
	expect(seen).toEqual(['Again 1 min', 'Hard 5.5 min', 'Good 10 min', 'Easy 2.5 months']);
});

test.each([
	['Again', 1],
	['Hard', 2],
	['Good', 3],
	['Easy', 4],
])('%s rates %i, once', async (name, rating) => {
	const { screen, rate } = await buttons();
	await screen.getByRole('button', { name: `${name}, ` }).click();
	expect(rate.mock.calls).toEqual([[rating]]);
});

test('clicks are ignored while an answer is being kept, and the buttons keep the focus', async () => {
	const { all, rate } = await buttons(true);
	for (const button of all.elements()) {
		expect(button.getAttribute('aria-disabled')).toBe('true');
		if (button instanceof HTMLElement) button.focus();
		expect(document.activeElement).toBe(button);
		if (button instanceof HTMLElement) button.click();
	}
	expect(rate).not.toHaveBeenCalled();
});

test('they work again once the answer is kept', async () => {
	const { screen, rate } = await buttons(true);
	await screen.rerender({ busy: false });
	await screen.getByRole('button', { name: 'Good, ' }).click();
	expect(rate).toHaveBeenCalledWith(3);
});
