import type { Compiled } from './compile.ts';

/** A deck that comes with the app: `content/*.md`, compiled when the app was built. */
export type BuiltInArticle = Pick<Compiled, 'deck' | 'notes'>;

interface ArticleModule {
	/** Another one for every other article. */
	readonly version: string;
	readonly load: () => Promise<BuiltInArticle>;
}

const modules = Object.values(import.meta.glob<ArticleModule>('/content/*.md', { eager: true }));

/** Tells whether a collection has the articles of this build, without loading them. */
export const builtInVersion = modules.map(({ version }) => version).join();

export function builtInArticles(): Promise<BuiltInArticle[]> {
	return Promise.all(modules.map(({ load }) => load()));
}
