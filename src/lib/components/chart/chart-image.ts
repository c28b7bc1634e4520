import { paintLegend } from './paint-legend.ts';
import { paintText } from './paint-text.ts';

const COPIED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'];
const SIDE = 16;
const SCALE = 2;

/**
 * A chart of the page as a picture file, in the colours and the letters it has there: title, legend and drawing.
 *
 * @returns PNG at twice the size
 * @throws when the browser can't draw it
 */
export async function chartImage(figure: HTMLElement, drawing: SVGSVGElement): Promise<Blob> {
	const [heading, legend] = [figure.querySelector('h3'), figure.querySelector('.legend')];
	const { clientWidth: width, clientHeight: height } = drawing;
	const legendTop = SIDE + (heading?.clientHeight ?? 0) + SIDE / 2;
	const top = legend ? legendTop + legend.clientHeight + SIDE / 2 : legendTop;
	const canvas = Object.assign(document.createElement('canvas'), {
		width: (width + 2 * SIDE) * SCALE,
		height: (top + height + SIDE) * SCALE,
	});
	const context = canvas.getContext('2d');
	if (!context) throw new Error('The browser could not draw the picture.');
	context.scale(SCALE, SCALE);
	context.fillStyle = colourBehind(drawing);
	context.fillRect(0, 0, canvas.width, canvas.height);
	if (heading) {
		context.textBaseline = 'middle';
		paintText(context, heading, SIDE, SIDE + heading.clientHeight / 2, width);
	}
	if (legend) paintLegend(context, legend, SIDE, legendTop);
	const picture = await shapesOf(drawing);
	context.drawImage(picture, SIDE, top, width, height);
	// A picture of its own knows no fonts of the page; the canvas does.
	context.textBaseline = 'alphabetic';
	for (const text of drawing.querySelectorAll('text')) {
		const [x, y] = ['x', 'y'].map((name) => Number(text.getAttribute(name)));
		paintText(context, text, SIDE + (x ?? 0), top + (y ?? 0));
	}
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => {
			if (blob) resolve(blob);
			else reject(new Error('The browser could not draw the picture.'));
		}, 'image/png'),
	);
}

/** The colour behind the drawing: that of the nearest element that has one. */
function colourBehind(from: Element): string {
	for (let at: Element | null = from; at; at = at.parentElement) {
		const { backgroundColor } = getComputedStyle(at);
		if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
	}
	return '#fff';
}

/** All of the drawing but its words, with every style it takes from the page written into it. */
async function shapesOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	const copies = [...copy.querySelectorAll<SVGElement>('*')];
	for (const [index, original] of [...drawing.querySelectorAll('*')].entries()) {
		const style = getComputedStyle(original);
		const own = copies[index];
		for (const name of COPIED) own?.style.setProperty(name, style.getPropertyValue(name));
		if (original.matches('.cursor, text')) own?.remove();
	}
	copy.setAttribute('width', String(drawing.clientWidth * SCALE));
	copy.setAttribute('height', String(drawing.clientHeight * SCALE));
	const svg = new XMLSerializer().serializeToString(copy);
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		return image;
	} finally {
		URL.revokeObjectURL(url);
	}
}
