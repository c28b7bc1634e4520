import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Switch from './Switch.svelte';

const base = { label: 'Read aloud', checked: false, change: () => undefined };

test('it is a switch with its label as its name', async () => {
	const screen = await render(Switch, base);
	const control = screen.getByRole('switch', { name: 'Read aloud', exact: true });
	await expect.element(control).not.toBeChecked();
	await screen.rerender({ checked: true });
	await expect.element(control).toBeChecked();
});

test('its hint describes it, and without one it points nowhere', async () => {
	const hint = 'By a voice of this device.';
	const screen = await render(Switch, { ...base, hint });
	await expect.element(screen.getByRole('switch')).toHaveAccessibleDescription(hint);
	const plain = await render(Switch, { ...base, label: 'Plain' });
	const control = plain.getByRole('switch', { name: 'Plain' });
	await expect.element(control).not.toHaveAttribute('aria-describedby');
});

test('a click on its label and the Space key tell the new value', async () => {
	const change = vi.fn();
	const screen = await render(Switch, { ...base, change });
	await screen.getByText('Read aloud').click();
	await userEvent.keyboard(' ');
	expect(change.mock.calls).toEqual([[true], [false]]);
});
