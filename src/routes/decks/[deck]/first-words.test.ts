import { expect, test } from 'vitest';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import { firstWords } from './first-words.ts';

const items = [{ key: 'a', text: 'Listen' }];

test.each<[NoteBody, string]>([
	[{ kind: 'question', question: 'Who casts?', answer: 'The director.' }, 'Who casts?'],
	[
		{ kind: 'cloze', text: 'Know ==your lines== by heart, all of them.' },
		'Know your lines by heart, all…',
	],
	[
		{ kind: 'quote', text: 'I ==just== listened.', speaker: 'Ana', role: '', credit: '' },
		'I just listened.',
	],
	[{ kind: 'list', lead: 'One two three four five six', items }, 'One two three four five six'],
	[{ kind: 'recap', items }, 'Recap'],
])('a note is called by what is read first of it, at most six words: %#', (body, name) => {
	expect(firstWords(body)).toBe(name);
});
