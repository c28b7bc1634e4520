import { basename, relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileArticle } from './compile.ts';
import { describeProblem } from './problem.ts';

/** Makes `content/*.md` importable as `{ deck, notes }`; an article with problems fails the build. */
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
				const code = `export default ${JSON.stringify({ deck, notes })};`;
				return { code, map: null, moduleType: 'js' };
			},
		},
	};
}
