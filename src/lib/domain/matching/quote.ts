import { cardId, type CardId } from '#lib/domain/cards/ids.ts';
import { stripMarks } from '#lib/domain/cards/marks.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import { fold } from './fold.ts';

export interface Speaker {
	readonly name: string;
	/** What the speaker is, such as "actor"; empty when unknown. */
	readonly role: string;
	/** What the speaker is known for, such as "Stranger Things"; empty when unknown. */
	readonly credit: string;
}

/** A quote to be matched, named by its "Who said it?" card. */
export interface Quote {
	readonly key: CardId;
	readonly text: string;
	readonly speaker: Speaker;
}

/** The quotes of a deck whose speaker is known. */
export function quotesOf(notes: readonly Note[]): Quote[] {
	return notes.flatMap(({ id, body }) => {
		if (body.kind !== 'quote' || fold(body.speaker) === '') return [];
		const { speaker: name, role, credit } = body;
		const text = stripMarks(body.text);
		return [{ key: cardId(id, 'speaker'), text, speaker: { name, role, credit } }];
	});
}
