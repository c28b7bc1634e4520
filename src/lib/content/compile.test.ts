import { describe, expect, test } from 'vitest';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { compileArticle } from './compile.ts';

function compile(body: string, frontMatter = 'title: Sides\ncredit: Ada\nsource: A book') {
	return compileArticle(`---\n${frontMatter}\n---\n\n${body}`, { deckId: 'sides', file: 'sides.md' });
}

/** The one note of a section that has no problem. */
function onlyNote(section: string) {
	const { notes, problems } = compile(`## Lines\n\n${section}`);
	expect(problems).toEqual([]);
	expect(notes).toHaveLength(1);
	return notes[0];
}

describe('front matter', () => {
	test('gives title, credit and source', () => {
		const { deck } = compile('## Lines\n\nA ==cue==.');
		expect(deck).toMatchObject({
			id: 'sides',
			name: 'Sides',
			article: { title: 'Sides', credit: 'Ada', source: 'A book' },
		});
	});

	test('needs no more than a title, and values may be quoted', () => {
		const { deck, problems } = compile('## Lines\n\nA ==cue==.', 'Title: "Sides: two"');
		expect(problems).toEqual([]);
		expect(deck.article).toMatchObject({ title: 'Sides: two', credit: '', source: '' });
	});
});

describe('a section', () => {
	test('keeps its prose and its notes in their places', () => {
		const { deck, notes } = compile('## Be *on* time\n\nRead\nthis.\n\nQ: Who?\nA: You. ^who\n\nAnd this.');
		expect(deck.article.sections).toEqual([
			{
				id: 'be-on-time',
				title: 'Be *on* time',
				blocks: [
					{ type: 'prose', text: 'Read this.' },
					{ type: 'note', noteId: 'sides.who' },
					{ type: 'prose', text: 'And this.' },
				],
			},
		]);
		expect(notes[0]).toMatchObject({ sectionId: 'be-on-time', position: 0, tags: [] });
	});

	test('has its title for an id, or the id its heading ends in', () => {
		const { deck } = compile('## Café & don’t ##\n\n==a==\n\n## Late ^early\n\n==b==\n\n## 演技\n\n==c==');
		expect(deck.article.sections.map(({ id }) => id)).toEqual(['cafe-dont', 'early', '演技']);
	});
});

describe('a question', () => {
	test('is asked by Q: and answered by A:, over several lines', () => {
		expect(onlyNote('Q: Who has\n  the cue?\nA: You\n   have. ^cue')).toMatchObject({
			id: 'sides.cue',
			body: { kind: 'question', question: 'Who has the cue?', answer: 'You have.' },
		});
	});

	test('may have a blank line before its answer', () => {
		expect(onlyNote('Q: Who?\n\nA: You.')?.body).toMatchObject({ question: 'Who?', answer: 'You.' });
	});
});

describe('a paragraph', () => {
	test('with marks is a cloze with a card for each mark', () => {
		const note = onlyNote('Know your ==lines==\nand your ==cues\nas well==.\n^know');
		expect(note?.body).toEqual({
			kind: 'cloze',
			text: 'Know your ==lines== and your ==cues as well==.',
		});
		expect(note && cardsOf(note).map(({ id }) => id)).toEqual(['sides.know/mark-1', 'sides.know/mark-2']);
	});

	test('without marks is read and makes no card, and a pause between two is nothing', () => {
		const { deck, notes } = compile('## Lines\n\nIn\n1986. A year, 2 == 2.\n1987. Another.\n\n***\n\n==So==.');
		expect(notes).toHaveLength(1);
		expect(deck.article.sections[0]?.blocks[0]).toEqual({
			type: 'prose',
			text: 'In 1986. A year, 2 == 2. 1987. Another.',
		});
	});
});

describe('a list', () => {
	test('is a lead with a colon and bullets, which may be loose and wrapped', () => {
		expect(onlyNote('Bring:\n\n* a pen\n\n* a bottle\n  of water ^water\n\n\t\n^bag')).toMatchObject({
			id: 'sides.bag',
			body: {
				kind: 'list',
				lead: 'Bring:',
				items: [
					{ key: '1', text: 'a pen' },
					{ key: 'water', text: 'a bottle of water' },
				],
			},
		});
	});

	test('may have its id at the end of its lead', () => {
		expect(onlyNote('Bring: ^bag\n- a pen')?.id).toBe('sides.bag');
	});

	test('without an id names its items by their text', () => {
		const note = onlyNote('Bring:\n- a pen\n- water');
		expect(note?.id).toMatch(/^sides\._[0-9a-z]+$/);
		expect(note && cardsOf(note)[0]?.id).toMatch(/^sides\._[0-9a-z]+\/_[0-9a-z]+$/);
	});
});

describe('a recap', () => {
	test('is a numbered list under a heading Recap inside a section', () => {
		expect(onlyNote('### Recap\n\nTo recap:\n\n1. Know it ^know\n2. Show it\n\n^recap')).toMatchObject({
			id: 'sides.recap',
			sectionId: 'lines',
			body: {
				kind: 'recap',
				items: [
					{ key: 'know', text: 'Know it' },
					{ key: '2', text: 'Show it' },
				],
			},
		});
	});

	test('may be a section of its own', () => {
		const { notes, problems } = compile('## Recap\n\n1) Know it\n2) Show it');
		expect(problems).toEqual([]);
		expect(notes[0]).toMatchObject({ sectionId: 'recap', body: { kind: 'recap' } });
	});
});

describe('a quote', () => {
	test('ends in its speaker, with role and credit', () => {
		expect(onlyNote('> Own ==it==.\n>\n> Really.\n> — Ada B, coach, writer (Plays (and more)) ^own')).toMatchObject({
			id: 'sides.own',
			body: {
				kind: 'quote',
				text: 'Own ==it==. Really.',
				speaker: 'Ada B',
				role: 'coach, writer',
				credit: 'Plays (and more)',
			},
		});
	});

	test.each([
		['— Ada', 'Ada', '', ''],
		['– Ada (Plays)', 'Ada', '', 'Plays'],
		['--Ada, coach', 'Ada', 'coach', ''],
	])('takes %j for a speaker', (line, speaker, role, credit) => {
		expect(onlyNote(`> Own it.\n> ${line}`)?.body).toMatchObject({ speaker, role, credit });
	});

	test('loses the quotation marks around it, which the screen sets itself', () => {
		expect(onlyNote('> “Own it.”\n> — Ada')?.body).toMatchObject({ text: 'Own it.' });
		expect(onlyNote('> “Own” it “now”\n> — Ada')?.body).toMatchObject({ text: '“Own” it “now”' });
	});
});

test('line endings, a byte order mark, tabs and decomposed letters make no difference', () => {
	const text = '---\ntitle: Café\n---\n\n## Lines\n\nQ: Who?\nA: You.\n\nBring:\n- café\n- tea';
	const options = { deckId: 'sides', file: 'sides.md' };
	const typed = `\uFEFF${text.normalize('NFD').replace(/\n/g, '\t \r\n').replace(/: /g, ':\t ')}`;
	expect(compileArticle(typed, options)).toEqual(compileArticle(text, options));
});
