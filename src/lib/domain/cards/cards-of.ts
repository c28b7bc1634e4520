import type { CardKind } from './card.ts';
import { cardId, type CardId, type DeckId, type NoteId } from './ids.ts';
import { parseMarks } from './marks.ts';
import type { Note, NoteBody } from './note.ts';

/** What a note decides about one of its cards; the rest is progress. */
export interface CardSeed {
	readonly id: CardId;
	readonly noteId: NoteId;
	readonly deckId: DeckId;
	readonly kind: CardKind;
	readonly position: number;
}

/** One part of a note that is asked for by itself. Its name is permanent inside the note. */
export interface Part {
	readonly name: string;
	readonly kind: CardKind;
}

/** The cards a note makes, in the order in which they are introduced. */
export function cardsOf(note: Note): CardSeed[] {
	return partsOf(note.body).map(({ name, kind }, index) => ({
		id: cardId(note.id, name),
		noteId: note.id,
		deckId: note.deckId,
		kind,
		position: note.position * 100 + index,
	}));
}

export function partsOf(body: NoteBody): Part[] {
	switch (body.kind) {
		case 'question':
			return [{ name: 'answer', kind: 'question' }];
		case 'cloze':
			return marksOf(body.text, 'cloze');
		case 'list':
			return body.items.map(({ key }) => ({ name: key, kind: 'list-item' }));
		case 'recap':
			return body.items.map(({ key }) => ({ name: key, kind: 'recap-point' }));
		case 'quote':
			return [{ name: 'speaker', kind: 'who-said-it' }, ...marksOf(body.text, 'complete-quote')];
	}
}

function marksOf(text: string, kind: CardKind): Part[] {
	return parseMarks(text).flatMap(({ mark }) =>
		mark === null ? [] : [{ name: `mark-${mark}`, kind }],
	);
}
