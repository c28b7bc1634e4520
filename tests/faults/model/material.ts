import { deckId, noteId, type DeckId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';

const CALLBACKS = deckId('callbacks');

export function noteOf(name: string, body: NoteBody, position: number, deck: DeckId): Note {
	return { id: noteId(`${deck}.${name}`), deckId: deck, sectionId: null, body, tags: [], position };
}

/** A built-in deck with a note of each sort: one card, some, and two of a quote. */
export const article: SeedArticle = {
	deck: { id: CALLBACKS, name: 'Callbacks', article: null },
	notes: [
		noteOf('q', { kind: 'question', question: 'Who?', answer: 'You.' }, 0, CALLBACKS),
		noteOf(
			'list',
			{
				kind: 'list',
				lead: 'Bring:',
				items: [
					{ key: 'sides', text: 'the sides' },
					{ key: 'water', text: 'water' },
				],
			},
			1,
			CALLBACKS,
		),
		noteOf(
			'quote',
			{ kind: 'quote', text: 'Be ==brave==.', speaker: 'Ann', role: 'actor', credit: '' },
			2,
			CALLBACKS,
		),
	],
};
