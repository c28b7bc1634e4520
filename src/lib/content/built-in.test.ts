import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stripMarks } from '#lib/domain/cards/marks.ts';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import { builtInArticles } from './built-in.ts';
import { compileArticle } from './compile.ts';
import { twelveQuotes } from './fixtures/twelve-quotes.ts';

const file = 'content/callback-audition.md';
const source = readFileSync(resolve(file), 'utf8');
const { deck, notes, problems } = compileArticle(source, { deckId: 'callback-audition', file });

function bodies<Kind extends NoteBody['kind']>(kind: Kind) {
	return notes.map(({ body }) => body).filter((body) => body.kind === kind) as Extract<
		NoteBody,
		{ kind: Kind }
	>[];
}

test('is compiled into the app as it stands in its file', async () => {
	const articles = await builtInArticles();
	expect(articles.find((article) => article.deck.id === deck.id)).toEqual({ deck, notes });
});

describe('the deck on callbacks', () => {
	test('has no problems', () => {
		expect(problems).toEqual([]);
	});

	test('credits the article and its author', () => {
		expect(deck.article.credit).toBe('Jim Webb');
		expect(deck.article.source).toContain('How to Ace a Callback Audition?');
	});

	test('has the eleven sections of the article, each with text to read, notes and one quote or two', () => {
		expect(deck.article.sections).toHaveLength(11);
		for (const { blocks } of deck.article.sections) {
			expect(blocks[0]?.type).toBe('prose');
			expect(blocks.filter(({ type }) => type === 'note').length).toBeGreaterThanOrEqual(4);
		}
	});

	test('has each of the 27 list items', () => {
		expect(bodies('list').map(({ items }) => items.length)).toEqual([4, 3, 3, 3, 3, 3, 3]);
		expect(bodies('recap').map(({ items }) => items.length)).toEqual([5]);
	});

	test('ends in the recap', () => {
		expect(notes.at(-1)?.body.kind).toBe('recap');
	});

	test('has the twelve quotes word for word, each with its speaker', () => {
		const quotes = bodies('quote').map(({ text, speaker }) => ({ text: stripMarks(text), speaker }));
		expect(quotes).toEqual(twelveQuotes);
	});

	test('says of each speaker the role and a credit, and keeps the credits of the article', () => {
		for (const quote of bodies('quote')) {
			expect(quote.role).toMatch(/^(actor|director|casting director|acting coach)$/);
			expect(quote.credit).not.toBe('');
		}
		const credits = new Map(bodies('quote').map(({ speaker, credit }) => [speaker, credit]));
		expect(credits.get('David Harbour')).toBe('Stranger Things');
		expect(credits.get('Jennifer Euston')).toBe('Orange Is the New Black');
		expect(credits.get('Rupert Grint')).toBe('Harry Potter');
		expect(credits.get('Dylan Minnette')).toBe('13 Reasons Why');
		expect(credits.get('Rachel Brosnahan')).toBe('The Marvelous Mrs. Maisel');
	});

	test('can ask for missing words in every quote', () => {
		for (const { text } of bodies('quote')) expect(text).toMatch(/==.+==/);
	});

	test('gives each note, list item and recap point a permanent id', () => {
		for (const { id } of notes) expect(id).toMatch(/^callback-audition\.[a-z][a-z-]*$/);
		for (const { items } of [...bodies('list'), ...bodies('recap')]) {
			for (const { key } of items) expect(key).toMatch(/^[a-z][a-z-]*$/);
		}
	});
});

const original = resolve('../shared/source/callback-article.txt');

// The article is not ours to hand out, so it lies beside the project only where the deck is written.
if (existsSync(original)) describe('beside the article it was made from, the deck', () => {
	const article = readFileSync(original, 'utf8');

	test('quotes words that the article prints, sentence by sentence', () => {
		for (const { text, speaker } of twelveQuotes) {
			expect(article).toContain(speaker);
			for (const sentence of text.match(/[^.]+\./g) ?? []) {
				expect(article).toContain(sentence.trim().slice(0, -1));
			}
		}
	});

	test('tells everything but the quotes in words of its own', () => {
		const runsOfArticle = runsOf(article.replace(/“[^”]*”/g, ' | '));
		const own = source.replace(/^>.*$/gm, ' | ').replace(/^---$[\s\S]*?^---$/m, '');
		expect([...runsOf(own)].filter((run) => runsOfArticle.has(run))).toEqual([]);
	});
});

const RUN_LENGTH = 8;

/** Every run of eight words within what stands between two bars. */
function runsOf(text: string): Set<string> {
	const runs = new Set<string>();
	for (const stretch of text.toLowerCase().split('|')) {
		const words = stretch.replace(/\^\S+/g, ' ').match(/[\p{L}\p{N}’]+/gu) ?? [];
		for (let start = 0; start + RUN_LENGTH <= words.length; start += 1) {
			runs.add(words.slice(start, start + RUN_LENGTH).join(' '));
		}
	}
	return runs;
}
