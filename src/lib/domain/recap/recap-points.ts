import { cardId, type CardId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';

/** One point of a recap, named by the card that asks for it. */
export interface RecapPoint {
	readonly key: CardId;
	readonly text: string;
}

/** The points of all recaps among the notes of a deck, in the order of the deck. */
export function recapPoints(notes: readonly Note[]): RecapPoint[] {
	return [...notes]
		.sort((a, b) => a.position - b.position)
		.flatMap(({ id, body }) =>
			body.kind === 'recap'
				? body.items.map(({ key, text }) => ({ key: cardId(id, key), text }))
				: [],
		);
}
