import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Chart from './Chart.svelte';
import type { ChartData } from './chart-data.ts';

const data: ChartData = {
	title: 'Reviews a day',
	x: 'Day',
	labels: ['Monday', 'Tuesday', 'Wednesday'],
	series: [
		{ name: 'Remembered', tone: 'green', mark: 'bar', values: [3, 4, 5] },
		{ name: 'Forgotten', tone: 'curtain', mark: 'bar', values: [1, 0, null] },
	],
	format: (value) => `${value} cards`,
};

test('the arrow keys go through the chart, and each place is read out', async () => {
	const screen = await render(Chart, { data });
	const plot = screen.getByRole('slider', { name: 'Reviews a day' });
	await userEvent.keyboard('{Tab}');
	await expect.element(plot).toHaveFocus();
	await expect
		.element(plot)
		.toHaveAttribute('aria-valuetext', 'Wednesday: Remembered 5 cards, Forgotten –');
	await userEvent.keyboard('{ArrowLeft}');
	await expect
		.element(plot)
		.toHaveAttribute('aria-valuetext', 'Tuesday: Remembered 4 cards, Forgotten 0 cards');
	await userEvent.keyboard('{Home}{ArrowLeft}');
	await expect.element(plot).toHaveAttribute('aria-valuenow', '0');
});

test('a chart that has no room yet is drawn as soon as it has', async () => {
	const labels = Array.from({ length: 9 }, (_, index) => `Day ${index}`);
	const room = document.createElement('div');
	room.style.width = '40px';
	document.body.append(room);
	const series = data.series.map((each) => ({ ...each, values: labels.map(() => 1) }));
	const screen = await render(Chart, { data: { ...data, labels, series } }, { baseElement: room });
	const texts = screen.container.querySelectorAll('svg text');
	await expect.poll(() => texts[0]?.closest('svg')?.clientWidth).toBeLessThan(50);
	room.style.width = '600px';
	await expect
		.poll(() => [...room.querySelectorAll('svg text')].map((text) => text.textContent))
		.toContain('Day 8');
	room.remove();
});

test('names stand in rows, read from the first on, the most frequent drawn and all in the table', async () => {
	const labels = Array.from({ length: 14 }, (_, index) => `Speaker ${index} and another`);
	const values = labels.map((_, index) => 20 - index);
	const mixed: ChartData = {
		...data,
		labels,
		series: [{ name: 'Times', tone: 'curtain', mark: 'bar', values }],
		format: String,
	};
	const screen = await render(Chart, { data: mixed, inRows: true });
	await expect.element(screen.getByText('And 2 more in the table.')).toBeVisible();
	const plot = screen.getByRole('slider', { name: 'Reviews a day' });
	await expect.element(plot).toHaveAttribute('aria-valuetext', 'Speaker 0 and another: Times 20');
	await userEvent.keyboard('{Tab}{ArrowDown}');
	await expect.element(plot).toHaveAttribute('aria-valuetext', 'Speaker 1 and another: Times 19');
	await userEvent.click(screen.getByRole('button', { name: 'Table: Reviews a day' }));
	await expect.element(screen.getByRole('row', { name: /^Speaker 13/ })).toBeInTheDocument();
});

test('the same data stands in a table', async () => {
	const screen = await render(Chart, { data });
	const button = screen.getByRole('button', { name: 'Table: Reviews a day' });
	await userEvent.click(button);
	await expect.element(button).toHaveAttribute('aria-pressed', 'true');
	const row = screen.getByRole('row', { name: /^Tuesday/ });
	await expect.element(row).toHaveTextContent('Tuesday4 cards0 cards');
});

test('it is saved as a spreadsheet and as a picture', async () => {
	const saved: { name: string; blob: Blob }[] = [];
	const blobs = new Map<string, Blob>();
	const real = URL.createObjectURL.bind(URL);
	vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
		const url = real(blob);
		blobs.set(url, blob as Blob);
		return url;
	});
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement,
	) {
		saved.push({ name: this.download, blob: blobs.get(this.href) ?? new Blob() });
	});
	const screen = await render(Chart, { data });
	await userEvent.click(screen.getByRole('button', { name: 'Save CSV: Reviews a day' }));
	await expect.poll(() => saved.map(({ name }) => name)).toEqual(['reviews-a-day.csv']);
	expect(await saved[0]?.blob.text()).toContain('Monday,3,1');
	await userEvent.click(screen.getByRole('button', { name: 'Save image: Reviews a day' }));
	await expect.poll(() => saved[1]?.name).toBe('reviews-a-day.png');
	const picture = await createImageBitmap(saved[1]?.blob ?? new Blob());
	expect(picture.width).toBeGreaterThan(300);
	vi.restoreAllMocks();
});

test('a chart without values says so and offers nothing to save', async () => {
	const series = data.series.map((each) => ({ ...each, values: [0, 0, null] }));
	const screen = await render(Chart, {
		data: { ...data, series },
		empty: 'No reviews in this span.',
	});
	await expect.element(screen.getByText('No reviews in this span.')).toBeVisible();
	expect(screen.getByRole('button').elements()).toEqual([]);
});
