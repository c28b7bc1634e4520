const ALIGNED: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' };

/**
 * Writes the words of an element of the page as they stand there: font, colour, and to which side of their place.
 *
 * @param room px they may take; narrower letters beyond
 */
export function paintText(
	context: CanvasRenderingContext2D,
	from: Element,
	x: number,
	y: number,
	room?: number,
): void {
	const style = getComputedStyle(from);
	context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	context.fillStyle = from instanceof SVGElement ? style.fill : style.color;
	context.textAlign = ALIGNED[style.textAnchor] ?? 'left';
	context.fillText(from.textContent, x, y, room);
}
