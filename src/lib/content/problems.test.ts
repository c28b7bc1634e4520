import { expect, test } from 'vitest';
import { compileArticle } from './compile.ts';

const front = '---\ntitle: Sides\n---\n';
const start = `${front}## Lines\n`;
const card = '\n\n==Fine==.';

function problemsOf(text: string): string[] {
	const { problems } = compileArticle(text, { deckId: 'sides', file: 'sides.md' });
	return problems.map(({ line, column, message }) => `${line}:${column} ${message.split('. ')[0]}`);
}

test.each([
	['no front matter', `## Lines${card}`, '1:1 The front matter is missing'],
	['front matter without an end', `---\ntitle: A\n## Lines${card}`, '1:1 The front matter is never closed'],
	['no title', `---\ncredit: A\n---\n## Lines${card}`, '1:1 The article has no title'],
	['an empty title', `---\ntitle:\n---\n## Lines${card}`, '2:1 The title is empty'],
	['an unknown key', `---\ntitle: A\n  author: B\n---\n## Lines${card}`, '3:3 The key "author" is not known'],
	['a key twice', `---\ntitle: A\ntitle: B\n---\n## Lines${card}`, '3:1 The key "title" stands here a second time'],
	['a line without a key', `---\ntitle: A\nhm\n---\n## Lines${card}`, '3:1 This line is no front matter'],
	['no section', front, '1:1 The article has no section'],
	['no card', `${start}Only read.`, '1:1 Nothing in this article makes a card'],
	['text before the first section', `${front}Hello.\n\n## Lines${card}`, '4:1 This stands before the first section'],
	['a section without a title', `${front}##${card}`, '4:1 This section has no title'],
	['a title twice', `${start}==A==.\n## lines${card}`, '6:1 The section in line 4 has this title already'],
	['a section id twice', `${start}==A==.\n## B ^lines${card}`, '6:6 Another section has the id lines'],
	['a first-level heading', `${start}# Sides${card}`, '5:1 The title of the article stands in its front matter'],
	['a deeper heading', `${start}### More${card}`, '5:1 A section has no headings below it but ### Recap'],
	['a heading without its space', `${front}##Lines${card}`, '4:1 A heading needs a space after its # signs'],
	['a question without an answer', `${start}Q: Who?${card}`, '5:1 This question has no answer'],
	['an answer without a question', `${start}  A: You.${card}`, '5:3 This answer has no question'],
	['an empty question', `${start}Q:\nA: You.${card}`, '5:1 This question is empty'],
	['an empty answer', `${start}Q: Who?\nA: ^who${card}`, '6:4 This answer is empty'],
	['a lead without a list', `${start}Bring:${card}`, '5:1 This paragraph ends in a colon but no list follows'],
	['a list without a lead', `${start}- a pen${card}`, '5:1 This list has no lead'],
	['an empty item', `${start}Bring:\n- a pen\n-${card}`, '7:1 This item is empty'],
	['an item twice', `${start}Bring:\n- a pen\n- a pen${card}`, '7:1 This item stands in line 6 already'],
	['an item id twice', `${start}Bring:\n- a pen ^x\n- tea ^x${card}`, '7:7 Another item of this list has the id ^x'],
	['a list inside a list', `${start}Bring:\n- a pen\n  - blue${card}`, '7:3 A list inside a list makes no cards of its own'],
	['a numbered list outside a recap', `${start}1. Go${card}`, '5:1 A numbered list makes cards only under a heading Recap'],
	['a recap with bullets', `${start}### Recap\n1. Go\n\n- Stop${card}`, '8:1 A recap is a numbered list'],
	['a recap without its list', `${start}### Recap${card}`, '5:1 This recap has no numbered list'],
	['an empty recap point', `${start}### Recap\n1. Go\n2.${card}`, '7:1 This item is empty'],
	['a quote without a speaker', `${start}> Own it.${card}`, '5:1 This quote does not say who said it'],
	['a quote without words', `${start}> — Ada${card}`, '5:1 This quote has no words'],
	['an empty quote', `${start}>${card}`, '5:1 This quote is empty'],
	['a speaker without a name', `${start}> Own it.\n> — (Plays)${card}`, '6:3 The speaker has no name'],
	['a credit without its bracket', `${start}> Own it.\n> — Ada (Plays${card}`, '6:5 The brackets of this credit do not match'],
	['a mark without an end', `${start}So\n  be ==it.${card}`, '6:6 This mark has no partner'],
	['a mark in a quote without an end', `${start}> be ==it.\n> — Ada${card}`, '5:6 This mark has no partner'],
	['a mark beside its words', `${start}be == it==.${card}`, '5:9 This mark has no partner'],
	['an empty mark', `${start}be ====.${card}`, '5:4 This mark is empty'],
	['a mark with white space only', `${start}be ==  ==.${card}`, '5:4 This mark is empty'],
	['a mark in a question', `${start}Q: ==Who==?\nA: You.${card}`, '5:4 Marks make cards only in a paragraph or a quote'],
	['a mark in an item', `${start}Bring:\n- ==tea==${card}`, '6:3 Marks make cards only in a paragraph or a quote'],
	['a malformed id', `${start}==So==. ^my_id${card}`, '5:9 The id "^my_id" is malformed'],
	['an id without a name', `${start}==So==. ^${card}`, '5:9 The id "^" is malformed'],
	['two ids on a line', `${start}==So==. ^a ^b${card}`, '5:9 This line has two ids, ^a and ^b'],
	['two ids for a block', `${start}==So==. ^a\n^b${card}`, '6:1 This block has the id ^a already'],
	['two ids for a list', `${start}Bring: ^a\n- tea\n\n^b${card}`, '8:1 This list has the id ^a already'],
	['an id without a block', `${front}^a\n## Lines${card}`, '4:1 No block stands above the id ^a'],
	['an id twice', `${start}==A==. ^a\n\n==B==. ^a${card}`, '7:8 The block in line 5 has the id ^a'],
	['a block twice', `${start}==A==.\n\nA.\n\n==a==.${card}`, '9:1 This repeats the block in line 5'],
])('tells the place of %s', (_, text, problem) => {
	expect(problemsOf(text)).toEqual([problem]);
});

test('an empty text has problems, not an error', () => {
	expect(problemsOf('')).toEqual([
		'1:1 The front matter is missing',
		'1:1 The article has no section',
	]);
});

test('every problem is told at once, in the order of the text, and names the file', () => {
	const text = '---\nauthor: A\n---\nHi.\n## \n\nQ: Who?\n\n> Own it.\n\n- tea\n\n==So==. ^a_b';
	const { problems, notes } = compileArticle(text, { deckId: 'sides', file: 'content/sides.md' });
	expect(problems.map(({ line, column }) => [line, column])).toEqual([
		[1, 1],
		[2, 1],
		[4, 1],
		[5, 1],
		[7, 1],
		[9, 1],
		[11, 1],
		[13, 9],
	]);
	expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['content/sides.md']));
	expect(notes.map(({ body }) => body.kind)).toEqual(['cloze']);
});
