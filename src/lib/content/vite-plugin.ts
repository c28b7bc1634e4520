import { createHash } from 'node:crypto';
import { basename, relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileArticle } from './compile.ts';
import { describeProblem } from './problem.ts';

/**
 * Makes `content/*.md` importable as `{ version, load }` (see `ArticleModule`); an article with problems fails the build.
 * Pages fetch what was compiled as JSON, and only when they need it: it is data, and no code of a first load.
 */
export function articles(): Plugin {
	let root = '';
	return {
		name: 'articles',
		configResolved(config) {
			root = config.root;
		},
		transform: {
			filter: { id: /\/content\/[^/?]+\.md$/ },
			handler(text, id) {
				const file = relative(root, id);
				const deckId = basename(id, '.md');
				const { deck, notes, problems } = compileArticle(text, { deckId, file });
				if (problems.length > 0) this.error(problems.map(describeProblem).join('\n'));
				const json = JSON.stringify({ deck, notes });
				const { mode, name } = this.environment;
				const load =
					mode === 'build' && name === 'client'
						? fetching(this.emitFile({ type: 'asset', name: `${deckId}.json`, source: json }))
						: `async () => (${json})`;
				const version = createHash('sha256').update(json).digest('hex').slice(0, 16);
				const code = `export const version = '${version}';\nexport const load = ${load};`;
				return { code, map: null, moduleType: 'js' };
			},
		},
	};
}

/** The code that loads an emitted file. @param reference as the bundler named it */
function fetching(reference: string): string {
	return `async () => {
	const response = await fetch(import.meta.ROLLUP_FILE_URL_${reference});
	if (!response.ok) throw new Error('An article could not be loaded: ' + response.status);
	return response.json();
}`;
}
