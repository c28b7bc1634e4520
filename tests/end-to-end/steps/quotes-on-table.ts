import { expect, type Page } from '@playwright/test';
import { quotesOfArticle, type ArticleQuote } from './quotes-of-article.ts';

/** The quotes of the round of Match that is on the screen, by the order they lie in. */
export async function quotesOnTable(page: Page): Promise<ArticleQuote[]> {
	const table = page.getByRole('region', { name: 'Quotes' });
	await expect(table.getByRole('button')).toHaveCount(6);
	const texts = await table.locator('q').allInnerTexts();
	return quotesOfArticle()
		.filter(({ text }) => texts.includes(text))
		.sort((a, b) => texts.indexOf(a.text) - texts.indexOf(b.text));
}
