import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Chart from './Chart.svelte';
import type { ChartData } from './chart-data.ts';
import { chartImage } from './chart-image.ts';

const data: ChartData = {
	title: 'Answers',
	x: 'Year',
	labels: ['2024', '2025', '2026'],
	series: [
		{ name: 'Remembered', tone: 'green', mark: 'bar', values: [3e6, 4e6, 5e6] },
		{ name: 'Aimed at', tone: 'light', mark: 'line', dashed: true, values: [4e6, 4e6, 4e6] },
		{ name: 'Reviews', tone: 'soft', mark: 'told', values: [1, 2, 3] },
	],
	format: String,
};
const BLACK = '0,0,0';
const GREEN = '0,128,0';
const AMBER = '168,95,0';
const tokens = {
	'--text': 'monospace',
	'--page': 'white',
	'--ink-soft': `rgb(${BLACK})`,
	'--page-edge': '#eee',
	'--green': `rgb(${GREEN})`,
	'--light': `rgb(${AMBER})`,
};
/** px around what is drawn */
const SIDE = 16;

afterEach(() => {
	vi.restoreAllMocks();
	document.documentElement.removeAttribute('style');
});

async function saved() {
	const { style } = document.documentElement;
	for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
	const { container } = await render(Chart, { data });
	const [figure, svg] = [container.querySelector('figure'), container.querySelector('svg')];
	if (!figure || !svg) throw new Error('There is no chart.');
	await expect.poll(() => svg.clientWidth).toBe(svg.getBoundingClientRect().width);
	const picture = await createImageBitmap(await chartImage(figure, svg));
	const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
	if (!context) throw new Error('There is no canvas.');
	context.drawImage(picture, 0, 0);
	return { svg, context, top: picture.height / 2 - SIDE - svg.clientHeight };
}

/** The columns in which a part of the picture has a colour, in px of the page. */
function columnsOf(
	context: OffscreenCanvasRenderingContext2D,
	colour: string,
	[left, top, right, bottom]: readonly [number, number, number, number],
): number[] {
	const width = Math.floor(2 * (right - left));
	const { data: bytes } = context.getImageData(2 * left, 2 * top, width, 2 * (bottom - top));
	const columns = new Set<number>();
	for (let at = 0; at < bytes.length; at += 4) {
		if (bytes.slice(at, at + 3).join() === colour) columns.add(left + ((at / 4) % width) / 2);
	}
	return [...columns].toSorted((one, other) => one - other);
}

test('the numbers beside the axis stand in the picture as they do on the page, whole', async () => {
	const { svg, context, top } = await saved();
	const numbers = [...svg.querySelectorAll<SVGTextElement>('text[text-anchor="end"]')];
	const widest = Math.max(...numbers.map((number) => number.getBBox().width));
	const axis = Number(svg.querySelector('.rule')?.getAttribute('x1'));
	const bottom = top + svg.clientHeight - 30;
	const ink = columnsOf(context, BLACK, [0, top, SIDE + axis - 4, bottom]);
	const [first = 0, last = 0] = [ink[0], ink.at(-1)];
	expect(widest).toBeGreaterThan(40);
	expect(last - first).toBeLessThan(widest);
	expect(last - first).toBeGreaterThan(widest - 3);
});

test('the legend is in the picture, each name behind its colour', async () => {
	const written = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText');
	const { context, top } = await saved();
	const names = written.mock.calls.map(([text, x]) => ({ text, x }));
	const behind = (name: string) => names.find(({ text }) => text === name)?.x ?? NaN;
	for (const [name, colour] of [
		['Remembered', GREEN],
		['Aimed at', AMBER],
	] as const) {
		const key = columnsOf(context, colour, [0, 0, context.canvas.width / 2, top]);
		expect(key.length).toBeGreaterThan(10);
		expect(behind(name) - (key.at(-1) ?? NaN)).toBeGreaterThan(4);
		expect(behind(name) - (key.at(-1) ?? NaN)).toBeLessThan(10);
	}
	expect(names.map(({ text }) => text)).not.toContain('Reviews');
});
