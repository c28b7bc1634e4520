import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Confirm from './Confirm.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Its cards go with it.</p>' }));

async function asked(confirm: () => Promise<void>) {
	const onclose = vi.fn();
	await render(Confirm, {
		title: 'Delete “Callbacks”?',
		action: 'Delete deck',
		children,
		confirm,
		onclose,
	});
	const goAhead = page.getByRole('button', { name: 'Delete deck' });
	return { onclose, goAhead };
}

test('it asks by its title, and says what will happen', async () => {
	await asked(() => Promise.resolve());
	const dialog = page.getByRole('dialog', { name: 'Delete “Callbacks”?' });
	await expect.element(dialog).toHaveTextContent('Its cards go with it.');
});

test('Cancel does nothing but close', async () => {
	const confirm = vi.fn(() => Promise.resolve());
	const { onclose } = await asked(confirm);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(confirm).not.toHaveBeenCalled();
});

test('Escape does nothing but close', async () => {
	const confirm = vi.fn(() => Promise.resolve());
	const { onclose } = await asked(confirm);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(confirm).not.toHaveBeenCalled();
});

test('going ahead happens once, however often it is pressed, and closes when it is done', async () => {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	const confirm = vi.fn(() => promise);
	const { onclose, goAhead } = await asked(confirm);
	await goAhead.click();
	await goAhead.click({ force: true });
	expect(confirm).toHaveBeenCalledOnce();
	expect(onclose).not.toHaveBeenCalled();
	await expect.element(goAhead).toHaveAttribute('aria-disabled', 'true');
	resolve(undefined);
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
});

test('a failure keeps it open and says why', async () => {
	const { onclose, goAhead } = await asked(() => Promise.reject(new Error('The disk is full.')));
	await goAhead.click();
	await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
	expect(onclose).not.toHaveBeenCalled();
});

test('while it is under way neither Escape nor Cancel puts it away, so that a failure is told', async () => {
	let fail: (cause: Error) => void = () => undefined;
	const { onclose, goAhead } = await asked(() => new Promise((_, reject) => (fail = reject)));
	await goAhead.click();
	await userEvent.keyboard('{Escape}{Escape}');
	await page.getByRole('button', { name: 'Cancel' }).click({ force: true });
	await userEvent.keyboard('{Escape}');
	expect(onclose).not.toHaveBeenCalled();
	fail(new Error('The disk is full.'));
	await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
});
