import { expect, test } from 'vitest';
import { deckId, noteId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import { quotesOf } from './quote.ts';

function note(name: string, body: NoteBody): Note {
	const id = noteId(name);
	return { id, deckId: deckId('deck'), sectionId: null, body, tags: [], position: 0 };
}

const quote = {
	kind: 'quote',
	text: 'Be ==kind==.',
	speaker: 'Ann',
	role: 'actor',
	credit: 'Hamlet',
};

test('each quote of a deck is named by its card and reads without its marks', () => {
	const notes = [
		note('a', { ...quote, kind: 'quote' }),
		note('b', { kind: 'cloze', text: 'No ==quote==' }),
	];
	expect(quotesOf(notes)).toEqual([
		{
			key: 'a/speaker',
			text: 'Be kind.',
			speaker: { name: 'Ann', role: 'actor', credit: 'Hamlet' },
		},
	]);
});

test('a quote of nobody cannot be matched', () => {
	expect(quotesOf([note('a', { ...quote, kind: 'quote', speaker: ' ' })])).toEqual([]);
});
