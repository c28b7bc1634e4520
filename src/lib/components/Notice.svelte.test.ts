import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Notice from './Notice.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>A backup is overdue.</p>' }));
const actions = createRawSnippet(() => ({ render: () => '<button>Back up</button>' }));

test('a calm notice stands there and interrupts nobody', async () => {
	const screen = await render(Notice, { children });
	await expect.element(screen.getByText('A backup is overdue.')).toBeVisible();
	expect(screen.getByRole('alert').elements()).toEqual([]);
});

test('one that needs care is announced, with what to do about it', async () => {
	const screen = await render(Notice, { tone: 'care', children, actions });
	const notice = screen.getByRole('alert');
	await expect.element(notice).toHaveTextContent('A backup is overdue.');
	await expect.element(notice.getByRole('button', { name: 'Back up' })).toBeVisible();
});

test('a long word in it breaks, and the page stays as wide as it is', async () => {
	const long = createRawSnippet(() => ({ render: () => `<span>“${'Hedda'.repeat(60)}”</span>` }));
	const screen = await render(Notice, { children: long, actions });
	await expect.element(screen.getByRole('button')).toBeVisible();
	const { scrollWidth, clientWidth } = document.documentElement;
	expect(scrollWidth).toBe(clientWidth);
});
