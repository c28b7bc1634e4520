import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { compileArticle, type Compiled } from './compile.ts';
import { anyText, brokenArticle } from './fixtures/any-article.ts';
import { soundBlocks, writeArticle, writeBlock, type SoundBlock } from './fixtures/sound-block.ts';
import { comparePlaces } from './problem.ts';

const compile = (text: string) => compileArticle(text, { deckId: 'any', file: 'any.md' });
const cardIds = ({ notes }: Compiled) => notes.flatMap(cardsOf).map(({ id }) => id);
const shuffled = soundBlocks.chain((blocks) =>
	fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length })),
);
const sorted = (ids: readonly string[]) => [...ids].sort();

describe('any text at all', () => {
	test('compiles without an error, and every problem stands at a place of the text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const lines = text.split(/\r\n|\r|\n/);
				const { problems } = compile(text);
				for (const { line, column, message } of problems) {
					expect(line).toBeLessThanOrEqual(lines.length);
					expect(line).toBeGreaterThanOrEqual(1);
					expect(column).toBeGreaterThanOrEqual(1);
					expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
					expect(message).toMatch(/^[A-Z].*\.$/su);
				}
				expect(problems).toEqual([...problems].sort(comparePlaces));
			}),
			{ numRuns: 3000 },
		);
	});

	test('gives every section, note and card an id of its own', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const compiled = compile(text);
				const sections = compiled.deck.article.sections.map(({ id }) => id);
				const notes = compiled.notes.map(({ id }) => id);
				const cards = cardIds(compiled);
				expect(new Set(sections).size).toBe(sections.length);
				expect(new Set(notes).size).toBe(notes.length);
				expect(new Set(cards).size).toBe(cards.length);
				expect([...sections, ...notes, ...cards]).not.toContain('');
			}),
			{ numRuns: 2000 },
		);
	});

	test('has each note stand once in the article, in order, and make a card', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { deck, notes } = compile(text);
				const placed = deck.article.sections.flatMap(({ id, blocks }) =>
					blocks.flatMap((block) => (block.type === 'note' ? [[id, block.noteId]] : [])),
				);
				expect(placed).toEqual(notes.map(({ id, sectionId }) => [sectionId, id]));
				expect(notes.map(({ position }) => position)).toEqual(notes.map((_, index) => index));
				for (const note of notes) expect(cardsOf(note)).not.toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	/*
	 * No text is lost: every word of every line stands in what was compiled, or a problem names its line.
	 * Words are runs of letters and digits. What the format itself consumes is no text: ids, the numbers
	 * of a numbered list, Q: and A:, the keys of front matter, and the heading Recap.
	 */
	test('loses no word that no problem tells of', () => {
		fc.assert(
			fc.property(brokenArticle, (text) => {
				const compiled = compile(text);
				const kept = JSON.stringify([compiled.deck.article, compiled.notes]);
				const told = new Set(compiled.problems.map(({ line }) => line));
				text.split(/\r\n|\r|\n/).forEach((line, index) => {
					if (told.has(index + 1)) return;
					for (const word of wordsOf(line)) expect(kept).toContain(word);
				});
			}),
			{ numRuns: 3000 },
		);
	});
});

function wordsOf(line: string): string[] {
	return (
		line
			.normalize('NFC')
			.replace(/(\s|^)\^\S+/g, '')
			.replace(/^\s*(?:\d+[.)]|[QA]:|title:|credit:|#+\s*Recap)/, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

describe('an article without problems', () => {
	test('is one: what the other properties write has none', () => {
		fc.assert(
			fc.property(soundBlocks, (blocks) => {
				const { problems, notes } = compile(writeArticle(blocks));
				expect(problems).toEqual([]);
				expect(notes).toHaveLength(1 + blocks.filter(({ kind }) => kind !== 'prose').length);
			}),
		);
	});

	test('keeps every id when its sections change places', () => {
		fc.assert(
			fc.property(shuffled, ([blocks, moved]) => {
				expect(sorted(cardIds(compile(writeArticle(moved))))).toEqual(
					sorted(cardIds(compile(writeArticle(blocks)))),
				);
			}),
		);
	});

	test('keeps every id when its blocks change places within a section', () => {
		const section = (blocks: readonly SoundBlock[]) =>
			`---\ntitle: Any\n---\n\n## One\n\n${blocks.map((block) => writeBlock(block)).join('\n\n')}`;
		fc.assert(
			fc.property(shuffled, ([blocks, moved]) => {
				// Two recaps without ids in one section would repeat each other.
				const inOrder = (list: readonly SoundBlock[]) => list.filter(({ kind }) => kind !== 'recap');
				expect(sorted(cardIds(compile(section(inOrder(moved)))))).toEqual(
					sorted(cardIds(compile(section(inOrder(blocks))))),
				);
			}),
		);
	});

	test('keeps the ids of all other blocks when one is edited or taken out', () => {
		fc.assert(
			fc.property(soundBlocks, fc.nat(), (blocks, choice) => {
				const target = blocks[choice % blocks.length];
				const others = blocks.filter((block) => block !== target);
				const edited = writeArticle(blocks, (block) =>
					writeBlock(block, block === target ? 'whisper' : 'say'),
				);
				const kept = cardIds(compile(writeArticle(others)));
				expect(cardIds(compile(edited))).toEqual(expect.arrayContaining(kept));
			}),
		);
	});

	test('keeps note and card ids of a block with a fixed id through any edit of its words', () => {
		fc.assert(
			fc.property(soundBlocks, fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,3}$/), (blocks, said) => {
				const fixed = blocks.map((block) => ({ ...block, fixed: true }));
				const edited = writeArticle(fixed, (block) => writeBlock(block, said));
				expect(cardIds(compile(edited)).slice(0, -1)).toEqual(
					cardIds(compile(writeArticle(fixed))).slice(0, -1),
				);
			}),
		);
	});
});

// A compiler that looked back at all it had read would take minutes for some of these.
test.each([
	...['==a', '^ ', '> ', '(', '# ', '“', '— (', '==', 'a==\n', '## A\n', '- a\n', 'Q: a\n'],
	...['^a\n', 'a:\n\n', '==a==\n\n', 'A: a\n\n', '- a ^a\n', '1. a\n', '> a\n\n', '== a\n'],
])('a long text of nothing but %j compiles in a moment', (unit) => {
	const started = performance.now();
	compile(`---\ntitle: A\n---\n## A\n\n${unit.repeat(200_000 / unit.length)}\n> — A`);
	expect(performance.now() - started).toBeLessThan(5000);
});
