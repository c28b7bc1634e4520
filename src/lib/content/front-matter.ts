import { joinPieces, slicePiece, type Piece } from './piece.ts';
import type { Report } from './problem.ts';

const keys = ['title', 'credit', 'source'] as const;
type Key = (typeof keys)[number];

/** What stands between the two `---` at the top. An empty text is a key that was not given. */
export type FrontMatter = Record<Key, string>;

interface Read {
	readonly frontMatter: FrontMatter;
	readonly body: readonly Piece[];
}

/** Reads `key: value` lines between two `---`. Only the title has to be there. */
export function readFrontMatter(lines: readonly Piece[], report: Report): Read {
	const frontMatter: FrontMatter = { title: '', credit: '', source: '' };
	const start = lines.findIndex((line) => line.text.trim() !== '');
	const opening = lines[start];
	if (opening?.text !== '---') {
		report(
			{ line: 1, column: 1 },
			'The front matter is missing. Begin the article with a line ---, then title: and the title, then a line ---.',
		);
		return { frontMatter, body: lines };
	}

	// A heading ends front matter that was never closed, so that the article below still compiles.
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => line.text === '---' || line.text.startsWith('#'));
	const closed = rest[end]?.text === '---';
	if (!closed) {
		report(opening, 'The front matter is never closed. Put a line --- after its last key.');
	}

	const seen = new Set<string>();
	for (const line of end < 0 ? rest : rest.slice(0, end)) {
		readKey(line, frontMatter, seen, report);
	}
	if (!seen.has('title')) {
		report(opening, 'The article has no title. Add a line title: and the title below this line.');
	}
	return { frontMatter, body: end < 0 ? [] : rest.slice(closed ? end + 1 : end) };
}

function readKey(line: Piece, frontMatter: FrontMatter, seen: Set<string>, report: Report): void {
	const piece = slicePiece(line, 0);
	if (piece.text === '') return;
	const colon = piece.text.indexOf(':');
	const key = piece.text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
	if (colon < 0) {
		report(piece, 'This line is no front matter. Write a key, a colon and its value.');
	} else if (!isKey(key)) {
		report(piece, `The key "${key}" is not known. The keys are title, credit and source.`);
	} else if (seen.has(key)) {
		report(piece, `The key "${key}" stands here a second time. Keep one of the two lines.`);
	} else {
		seen.add(key);
		frontMatter[key] = unquote(joinPieces([slicePiece(piece, colon + 1)]));
		if (key === 'title' && frontMatter.title === '') {
			report(piece, 'The title is empty. Write the title after the colon.');
		}
	}
}

function isKey(text: string): text is Key {
	return keys.some((key) => key === text);
}

/** Values may stand in quotation marks, as in YAML. */
function unquote(value: string): string {
	const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
	return (quoted?.[1] ?? quoted?.[2] ?? value).trim();
}
