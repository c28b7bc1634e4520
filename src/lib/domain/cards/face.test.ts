import { expect, test } from 'vitest';
import { cardsOf } from './cards-of.ts';
import { faceOf, type FaceBlock } from './face.ts';
import { faceLine } from './face-line.ts';
import { faceText } from './face-text.ts';
import { cardId, deckId, noteId } from './ids.ts';
import type { Note, NoteBody } from './note.ts';

const bodies = {
	question: { kind: 'question', question: 'What is a callback?', answer: 'A second look at you.' },
	cloze: { kind: 'cloze', text: 'Wear a ==hint== of the ==role==.' },
	list: {
		kind: 'list',
		lead: 'In a chemistry read:',
		items: [
			{ key: 'open', text: 'Be open' },
			{ key: 'eyes', text: 'Make eye contact' },
			{ key: 'react', text: 'React to your partner' },
		],
	},
	recap: {
		kind: 'recap',
		items: [
			{ key: '1', text: 'Know your material' },
			{ key: '2', text: 'Be adaptable' },
		],
	},
	quote: {
		kind: 'quote',
		text: 'Direction is the callback’s ==heartbeat==.',
		speaker: 'David Harbour',
		role: 'actor',
		credit: 'Stranger Things',
	},
} as const satisfies Record<NoteBody['kind'], NoteBody>;

function note(body: NoteBody): Note {
	return {
		id: noteId('callbacks.tip'),
		deckId: deckId('callbacks'),
		sectionId: null,
		body,
		tags: [],
		position: 7,
	};
}

function sides(body: NoteBody, part: string) {
	const { label, prompt, answer } = faceOf(note(body), cardId(noteId('callbacks.tip'), part));
	return { label, prompt: faceText(prompt), answer: faceText(answer) };
}

test.each<[NoteBody, [string, string][]]>([
	[bodies.question, [['answer', 'question']]],
	[
		bodies.cloze,
		[
			['mark-1', 'cloze'],
			['mark-2', 'cloze'],
		],
	],
	[
		bodies.list,
		[
			['open', 'list-item'],
			['eyes', 'list-item'],
			['react', 'list-item'],
		],
	],
	[
		bodies.recap,
		[
			['1', 'recap-point'],
			['2', 'recap-point'],
		],
	],
	[
		bodies.quote,
		[
			['speaker', 'who-said-it'],
			['mark-1', 'complete-quote'],
		],
	],
	[{ kind: 'cloze', text: 'No mark' }, []],
])('$kind notes make their cards in order', (body, parts) => {
	expect(cardsOf(note(body))).toEqual(
		parts.map(([part, kind], index) => ({
			id: `callbacks.tip/${part}`,
			noteId: 'callbacks.tip',
			deckId: 'callbacks',
			kind,
			position: 700 + index,
		})),
	);
});

test('editing a text keeps the ids of its cards', () => {
	const edited = { ...bodies.cloze, text: 'Only ever wear a ==touch== of the ==character==!' };
	expect(cardsOf(note(edited))).toEqual(cardsOf(note(bodies.cloze)));
	const reordered = { ...bodies.list, items: [...bodies.list.items].reverse() };
	const ids = (body: NoteBody) => cardsOf(note(body)).map(({ id }) => id);
	expect(ids(reordered)).toEqual(ids(bodies.list).reverse());
});

test.each<[NoteBody, string, string, string, string]>([
	[bodies.question, 'answer', 'Question', 'What is a callback?', 'A second look at you.'],
	[
		bodies.cloze,
		'mark-1',
		'Fill in the blank',
		'Wear a blank of the role.',
		'Wear a hint of the role.',
	],
	[
		bodies.cloze,
		'mark-2',
		'Fill in the blank',
		'Wear a hint of the blank.',
		'Wear a hint of the role.',
	],
	[
		bodies.list,
		'eyes',
		'What is missing?',
		'In a chemistry read:\nBe open\nblank\nReact to your partner',
		'In a chemistry read:\nBe open\nMake eye contact\nReact to your partner',
	],
	[
		bodies.recap,
		'2',
		'Recap, point 2 of 2',
		'1. Know your material\n2. blank',
		'1. Know your material\n2. Be adaptable',
	],
	[
		bodies.quote,
		'speaker',
		'Who said it?',
		'Direction is the callback’s heartbeat.',
		'David Harbour, actor, Stranger Things',
	],
	[
		bodies.quote,
		'mark-1',
		'Complete the quote',
		'Direction is the callback’s blank.\nDavid Harbour, actor, Stranger Things',
		'Direction is the callback’s heartbeat.\nDavid Harbour, actor, Stranger Things',
	],
])('a $kind card for %s asks and answers', (body, part, label, prompt, answer) => {
	expect(sides(body, part)).toEqual({ label, prompt, answer });
});

test.each<[NoteBody, string, string]>([
	[bodies.question, 'answer', 'What is a callback?'],
	[bodies.cloze, 'mark-2', 'Wear a hint of the ____.'],
	[bodies.list, 'open', 'In a chemistry read: ____; Make eye contact; React to your partner'],
	[bodies.list, 'react', 'In a chemistry read: Be open; Make eye contact; ____'],
	[bodies.recap, '1', '1. ____; 2. Be adaptable'],
	[
		bodies.quote,
		'mark-1',
		'Direction is the callback’s ____. David Harbour, actor, Stranger Things',
	],
])('in one line, the lines of a $kind card for %s are kept apart', (body, part, line) => {
	const { prompt } = faceOf(note(body), cardId(noteId('callbacks.tip'), part));
	const shown = faceLine(prompt).map(({ text, as }) => (as === 'blank' ? '____' : text));
	expect(shown.join('')).toBe(line);
});

test('a speaker of whom only the name is known is read as the name', () => {
	const quote = { ...bodies.quote, role: '', credit: '' };
	expect(sides(quote, 'speaker').answer).toBe('David Harbour');
});

test('what is asked stands nowhere in the prompt, and is marked as revealed in the answer', () => {
	for (const body of Object.values(bodies)) {
		for (const { id } of cardsOf(note(body))) {
			const { prompt, answer } = faceOf(note(body), id);
			const revealed = spansOf(answer).filter(({ as }) => as === 'revealed');
			for (const { text } of revealed) expect(JSON.stringify(prompt)).not.toContain(text);
			expect(spansOf(prompt).filter(({ as }) => as === 'blank')).toHaveLength(revealed.length);
			expect(spansOf(answer).some(({ as }) => as === 'blank')).toBe(false);
		}
	}
});

test('in a list the missing item is pointed out on both sides', () => {
	const { prompt, answer } = faceOf(note(bodies.list), cardId(noteId('callbacks.tip'), 'react'));
	for (const side of [prompt, answer]) {
		const missing = side.flatMap((block) =>
			block.type === 'list' ? block.items.map(({ missing }) => missing) : [],
		);
		expect(missing).toEqual([false, false, true]);
	}
});

test('a card of another note has no face', () => {
	expect(() => sides(bodies.cloze, 'mark-3')).toThrow('callbacks.tip/mark-3');
	expect(() => sides(bodies.quote, 'answer')).toThrow('makes no card');
});

function spansOf(blocks: readonly FaceBlock[]) {
	return blocks.flatMap((block) => {
		switch (block.type) {
			case 'speaker':
				return [];
			case 'list':
				return [...block.lead, ...block.items.flatMap(({ spans }) => spans)];
			default:
				return block.spans;
		}
	});
}
