import { paintText } from './paint-text.ts';

/** Paints the legend as it stands on the page, its names at the same places below one another and side by side. */
export function paintLegend(
	context: CanvasRenderingContext2D,
	legend: Element,
	left: number,
	top: number,
): void {
	const corner = legend.getBoundingClientRect();
	context.textBaseline = 'middle';
	for (const item of legend.children) {
		const at = item.getBoundingClientRect();
		const [x, middle] = [left + at.left - corner.left, top + at.top - corner.top + at.height / 2];
		const key = item.querySelector('.key');
		const wide = key ? paintKey(context, key, x, middle) : 0;
		paintText(context, item, x + wide, middle);
	}
}

/** @returns px that it takes with the gap behind it */
function paintKey(context: CanvasRenderingContext2D, key: Element, x: number, middle: number) {
	const { width, height } = key.getBoundingClientRect();
	const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(key);
	const isLine = parseFloat(borderTopWidth) > 0;
	context.fillStyle = isLine ? borderTopColor : backgroundColor;
	if (key.matches('.dashed')) {
		for (let dot = 0; dot < width; dot += 6) context.fillRect(x + dot, middle - 1.5, 3, 3);
	} else context.fillRect(x, middle - height / 2, width, height);
	return width + 6;
}
