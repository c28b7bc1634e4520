import { expect, test } from 'vitest';
import { deckId, noteId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import { recapPoints } from './recap-points.ts';

function note(name: string, position: number, body: NoteBody): Note {
	const id = noteId(name);
	return { id, deckId: deckId('deck'), sectionId: null, body, tags: [], position };
}

test('the points of all recaps are taken in the order of the deck, named by their cards', () => {
	const notes = [
		note('later', 9, { kind: 'recap', items: [{ key: 'x', text: 'Breathe.' }] }),
		note('question', 1, { kind: 'question', question: 'Who?', answer: 'You.' }),
		note('list', 2, { kind: 'list', lead: 'Bring:', items: [{ key: '1', text: 'Sides' }] }),
		note('first', 3, {
			kind: 'recap',
			items: [
				{ key: '1', text: 'Listen.' },
				{ key: '2', text: 'Be kind.' },
			],
		}),
	];
	expect(recapPoints(notes)).toEqual([
		{ key: 'first/1', text: 'Listen.' },
		{ key: 'first/2', text: 'Be kind.' },
		{ key: 'later/x', text: 'Breathe.' },
	]);
});

test('a deck without a recap has no points', () => {
	expect(recapPoints([])).toEqual([]);
});
