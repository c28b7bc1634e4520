import type { Compiled } from './compile.ts';

/** A deck that comes with the app: `content/*.md`, compiled when the app was built. */
export type BuiltInArticle = Pick<Compiled, 'deck' | 'notes'>;

const modules = import.meta.glob<BuiltInArticle>('/content/*.md', { import: 'default' });

export function builtInArticles(): Promise<BuiltInArticle[]> {
	return Promise.all(Object.values(modules).map((load) => load()));
}
