import { cardsOf } from './cards-of.ts';
import type { CardId } from './ids.ts';
import { parseMarks, stripMarks } from './marks.ts';
import type { Item, Note, NoteBody } from './note.ts';

/** A stretch of text on a card. A blank has no text: it stands for what is asked. */
export interface FaceSpan {
	readonly text: string;
	readonly as: 'plain' | 'blank' | 'revealed';
}

export interface FaceItem {
	readonly spans: readonly FaceSpan[];
	/** The one that is asked for, on both sides of the card. */
	readonly missing: boolean;
}

export type FaceBlock =
	| { readonly type: 'text'; readonly spans: readonly FaceSpan[] }
	| { readonly type: 'quote'; readonly spans: readonly FaceSpan[] }
	| {
			readonly type: 'list';
			readonly ordered: boolean;
			/** The line above the list; empty when there is none. */
			readonly lead: readonly FaceSpan[];
			readonly items: readonly FaceItem[];
	  }
	| {
			readonly type: 'speaker';
			readonly name: string;
			readonly role: string;
			readonly credit: string;
	  };

/** What a card shows, as data: screens draw it, speech reads it, search looks in it. */
export interface Face {
	/** What is asked, such as "Who said it?" or "Recap, point 3 of 5". */
	readonly label: string;
	readonly prompt: readonly FaceBlock[];
	/** What is shown once the answer is: where the prompt has a blank, the prompt with the blank filled. */
	readonly answer: readonly FaceBlock[];
}

/** @throws when the note makes no such card */
export function faceOf(note: Note, card: CardId): Face {
	const index = cardsOf(note).findIndex(({ id }) => id === card);
	if (index < 0) throw new Error(`Note ${note.id} makes no card ${card}`);
	const { body } = note;
	switch (body.kind) {
		case 'question':
			return {
				label: 'Question',
				prompt: [{ type: 'text', spans: plain(body.question) }],
				answer: [{ type: 'text', spans: plain(body.answer) }],
			};
		case 'cloze':
			return bothSides('Fill in the blank', (as) => [
				{ type: 'text', spans: markedSpans(body.text, index + 1, as) },
			]);
		case 'list':
			return bothSides('What is missing?', (as) => [
				{
					type: 'list',
					ordered: false,
					lead: plain(body.lead),
					items: items(body.items, index, as),
				},
			]);
		case 'recap':
			return bothSides(`Recap, point ${index + 1} of ${body.items.length}`, (as) => [
				{ type: 'list', ordered: true, lead: [], items: items(body.items, index, as) },
			]);
		case 'quote':
			// The speaker comes first, then the marks.
			return index === 0
				? {
						label: 'Who said it?',
						prompt: [{ type: 'quote', spans: plain(stripMarks(body.text)) }],
						answer: [speaker(body)],
					}
				: bothSides('Complete the quote', (as) => [
						{ type: 'quote', spans: markedSpans(body.text, index, as) },
						speaker(body),
					]);
	}
}

/** What is asked, hidden and then shown. */
type Asked = 'blank' | 'revealed';

function bothSides(label: string, side: (as: Asked) => FaceBlock[]): Face {
	return { label, prompt: side('blank'), answer: side('revealed') };
}

function plain(text: string): FaceSpan[] {
	return text === '' ? [] : [{ text, as: 'plain' }];
}

function asked(text: string, as: Asked): FaceSpan {
	return { text: as === 'blank' ? '' : text, as };
}

function markedSpans(text: string, asking: number, as: Asked): FaceSpan[] {
	return parseMarks(text).map((span) =>
		span.mark === asking ? asked(span.text, as) : { text: span.text, as: 'plain' },
	);
}

function items(all: readonly Item[], asking: number, as: Asked): FaceItem[] {
	return all.map(({ text }, index) =>
		index === asking
			? { spans: [asked(text, as)], missing: true }
			: { spans: plain(text), missing: false },
	);
}

function speaker({ speaker, role, credit }: Extract<NoteBody, { kind: 'quote' }>): FaceBlock {
	return { type: 'speaker', name: speaker, role, credit };
}
