import { builtInArticles } from '#lib/content/built-in.ts';
import type { EntryGenerator, PageLoad } from './$types';

// Built-in articles are pages of their own, to be read and linked without JavaScript; decks of the
// person's own exist only in the browser.
export const prerender = 'auto';

export const entries: EntryGenerator = async () =>
	(await builtInArticles()).map(({ deck }) => ({ deck: deck.id }));

export const load: PageLoad = async ({ params }) => {
	const articles = await builtInArticles();
	return { id: params.deck, builtIn: articles.find(({ deck }) => deck.id === params.deck) ?? null };
};
