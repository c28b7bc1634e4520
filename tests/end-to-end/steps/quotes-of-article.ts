import { readFileSync } from 'node:fs';

export interface ArticleQuote {
	readonly text: string;
	readonly speaker: string;
	readonly role: string;
	readonly credit: string;
}

/** The quotes of the built-in article, read from its Markdown without the app's own compiler. */
export function quotesOfArticle(): ArticleQuote[] {
	const article = readFileSync('content/callback-audition.md', 'utf8');
	return [...article.matchAll(/^> (.+)\n> — ([^,]+), ([^(]+) \((.+)\) \^/gm)].map(
		([, text = '', speaker = '', role = '', credit = '']) => ({
			text: text.replaceAll('==', ''),
			speaker,
			role,
			credit,
		}),
	);
}
