import { createRawSnippet } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({
	render: () => '<div><textarea aria-label="Words">Keep me.</textarea></div>',
}));

/** A button of the page, with the focus, and a dialog over it that goes when it closes. */
async function opened() {
	const opener = document.createElement('button');
	opener.textContent = 'Open';
	document.body.prepend(opener);
	onTestFinished(() => opener.remove());
	opener.focus();
	const onclose = vi.fn(() => void screen.unmount());
	const screen = await render(Dialog, { title: 'Edit note', children, onclose });
	const dialog = screen.getByRole('dialog', { name: 'Edit note' });
	return { dialog, onclose, opener };
}

test('it opens as a modal dialog, named by its title, with the focus inside', async () => {
	const { dialog, opener } = await opened();
	await expect.element(dialog).toBeVisible();
	const element = dialog.element();
	expect(element.matches('dialog:modal')).toBe(true);
	expect(element.contains(document.activeElement)).toBe(true);
	opener.focus();
	expect(document.activeElement).not.toBe(opener);
});

test('Escape closes it, says so once, and gives the focus back', async () => {
	const { dialog, onclose, opener } = await opened();
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
	await userEvent.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledOnce();
	expect(document.activeElement).toBe(opener);
});

test('a click beside it closes it', async () => {
	const { onclose } = await opened();
	await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
});

test('a click inside leaves it open', async () => {
	const { dialog, onclose } = await opened();
	await userEvent.click(page.getByRole('textbox'));
	await userEvent.click(page.getByRole('heading', { name: 'Edit note' }));
	await expect.element(dialog).toBeVisible();
	expect(onclose).not.toHaveBeenCalled();
});

test('text that is selected beyond the edge leaves it open', async () => {
	const { dialog, onclose } = await opened();
	await userEvent.dragAndDrop(page.getByRole('textbox'), document.body, {
		targetPosition: { x: 2, y: 2 },
		force: true,
	});
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(onclose).not.toHaveBeenCalled();
	await expect.element(dialog).toBeVisible();
});
