import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SevenDays from './SevenDays.svelte';

const days = [
	{ name: 'Saturday', answers: 0, today: false },
	{ name: 'Sunday', answers: 1, today: false },
	{ name: 'Monday', answers: 24, today: true },
];

test('each day is told in words, today by that name', async () => {
	const screen = await render(SevenDays, { days });
	const list = screen.getByRole('list', { name: 'The last seven days' });
	const told = list
		.getByRole('listitem')
		.elements()
		.map((item) => item.querySelector('.unseen')?.textContent);
	expect(told).toEqual(['Saturday: 0 answers', 'Sunday: 1 answer', 'Today: 24 answers']);
});

test('dots and initials are for the eye alone', async () => {
	const { container } = await render(SevenDays, { days });
	for (const item of container.querySelectorAll('li')) {
		for (const part of item.querySelectorAll('span:not(.unseen)')) {
			expect(part.getAttribute('aria-hidden')).toBe('true');
		}
	}
	const initials = [...container.querySelectorAll('li')].map(
		(item) => item.querySelector('span:not(.unseen):not(.dot)')?.textContent,
	);
	expect(initials).toEqual(['S', 'S', 'M']);
});

test('a day on which something was done has a full dot', async () => {
	const { container } = await render(SevenDays, { days });
	const full = [...container.querySelectorAll('.dot')].map((dot) => dot.classList.contains('done'));
	expect(full).toEqual([false, true, true]);
});
