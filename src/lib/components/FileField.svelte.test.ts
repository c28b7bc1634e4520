import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FileField from './FileField.svelte';

test('a field that takes nothing now keeps the keyboard, and opens no choice of files', async () => {
	const onfile = vi.fn();
	const props = { label: 'Restore a backup', hint: 'A file', accept: '.json', onfile };
	const { rerender } = await render(FileField, { ...props, disabled: false });
	const field = page.getByLabelText('Restore a backup');
	const input = field.element() as HTMLInputElement;
	/** Whether a click would open the choice of files. A click of this kind never does. */
	const opens = () => input.dispatchEvent(new Event('click', { bubbles: true, cancelable: true }));
	const choose = (name: string) => field.upload(new File(['{}'], name));

	input.focus();
	await rerender({ ...props, disabled: true });
	await expect.element(field).toHaveFocus();
	await expect.element(field).toHaveAttribute('aria-disabled', 'true');
	expect(opens()).toBe(false);
	await choose('a.json');
	expect(onfile).not.toHaveBeenCalled();

	await rerender({ ...props, disabled: false });
	expect(opens()).toBe(true);
	await choose('b.json');
	await expect.poll(() => onfile).toHaveBeenCalledOnce();
});
