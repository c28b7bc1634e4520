const COPIED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'font'];
const HEAD = 40;
const SIDE = 16;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A drawing of the page as a picture file, in the colours it has there, with its title above it.
 *
 * @returns PNG at twice the size
 * @throws when the browser can't draw it
 */
export async function chartImage(drawing: SVGSVGElement, title: string): Promise<Blob> {
	const page = getComputedStyle(drawing.closest('figure') ?? document.body);
	const width = drawing.clientWidth + 2 * SIDE;
	const height = drawing.clientHeight + HEAD + SIDE;
	const sheet = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const text = element('text', { x: SIDE, y: 26, fill: page.color });
	text.style.font = '600 16px sans-serif';
	text.textContent = title;
	const copy = styledCopy(drawing);
	copy.setAttribute('x', String(SIDE));
	copy.setAttribute('y', String(HEAD));
	sheet.append(element('rect', { width, height, fill: colourBehind(drawing) }), text, copy);
	return drawn(new XMLSerializer().serializeToString(sheet), width, height);
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
	return made;
}

/** The colour behind the drawing: that of the nearest element that has one. */
function colourBehind(from: Element): string {
	for (let at: Element | null = from; at; at = at.parentElement) {
		const { backgroundColor } = getComputedStyle(at);
		if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
	}
	return '#fff';
}

/** The drawing with every style it takes from the page written into it. */
function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	const copies = [...copy.querySelectorAll<SVGElement>('*')];
	for (const [index, original] of [...drawing.querySelectorAll('*')].entries()) {
		const style = getComputedStyle(original);
		const own = copies[index];
		for (const name of COPIED) own?.style.setProperty(name, style.getPropertyValue(name));
		if (original.classList.contains('cursor')) own?.remove();
	}
	return copy;
}

async function drawn(svg: string, width: number, height: number): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), {
			width: width * 2,
			height: height * 2,
		});
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => {
				if (blob) resolve(blob);
				else reject(new Error('The browser could not draw the picture.'));
			}, 'image/png'),
		);
	} finally {
		URL.revokeObjectURL(url);
	}
}
