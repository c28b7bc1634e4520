/** A stretch of text; `mark` numbers the `==marked==` ones from 1, null for the text between. */
export interface Span {
	readonly text: string;
	readonly mark: number | null;
}

const FENCE = '==';

/**
 * Splits a text at its `==marks==`. As with emphasis in Markdown, a mark neither begins nor ends with white
 * space, so `a == b` is text. Joined again, the spans are the text without its fences: nothing is lost.
 */
export function parseMarks(text: string): Span[] {
	const spans: Span[] = [];
	let plainFrom = 0;
	let marks = 0;
	for (let from = 0; ;) {
		const open = openingFence(text, from);
		const close = open === null ? null : closingFence(text, open);
		if (open === null || close === null) break;
		if (open > plainFrom) spans.push({ text: text.slice(plainFrom, open), mark: null });
		marks += 1;
		spans.push({ text: text.slice(open + FENCE.length, close), mark: marks });
		from = plainFrom = close + FENCE.length;
	}
	if (plainFrom < text.length) spans.push({ text: text.slice(plainFrom), mark: null });
	return spans;
}

/** The text as it reads, without fences. */
export function stripMarks(text: string): string {
	return parseMarks(text)
		.map((span) => span.text)
		.join('');
}

function openingFence(text: string, from: number): number | null {
	for (let at = text.indexOf(FENCE, from); at >= 0; at = text.indexOf(FENCE, at + 1)) {
		const next = text.charAt(at + FENCE.length);
		if (next.trim() !== '') return at;
	}
	return null;
}

/** A fence that can close one mark can close any that opens before it, so one failed search ends the scan. */
function closingFence(text: string, open: number): number | null {
	const earliest = open + FENCE.length + 1;
	for (let at = text.indexOf(FENCE, earliest); at >= 0; at = text.indexOf(FENCE, at + 1)) {
		if (text.charAt(at - 1).trim() !== '') return at;
	}
	return null;
}
