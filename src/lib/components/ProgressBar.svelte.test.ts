import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ProgressBar from './ProgressBar.svelte';

async function drawn(values: { value: number; max: number; underWay?: number }) {
	const screen = await render(ProgressBar, { label: 'Cards done', ...values });
	const bar = screen.getByRole('progressbar', { name: 'Cards done' });
	return { bar, width: bar.element().querySelector('span')?.style.width };
}

test('it says how far, of how much', async () => {
	const { bar, width } = await drawn({ value: 3, max: 12 });
	await expect.element(bar).toHaveAttribute('aria-valuemin', '0');
	await expect.element(bar).toHaveAttribute('aria-valuenow', '3');
	await expect.element(bar).toHaveAttribute('aria-valuemax', '12');
	expect(width).toBe('25%');
});

test('what is under way is seen as half, and not counted in the value', async () => {
	const { bar, width } = await drawn({ value: 3, max: 12, underWay: 6 });
	await expect.element(bar).toHaveAttribute('aria-valuenow', '3');
	expect(width).toBe('50%');
});

test.each([
	[9, 8, '100%'],
	[0, 0, '0%'],
])('%i of %i fills %s: never more than all, and nothing where there is nothing', async (...row) => {
	const [value, max, filled] = row;
	expect((await drawn({ value, max })).width).toBe(filled);
});
