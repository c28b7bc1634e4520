import { Dexie } from 'dexie';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import { cardOfRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** Read in a few milliseconds, so that the page can draw between two slices. */
const SLICE = 300;

/**
 * A deck's cards in its order, a slice at a time. Cards that move meanwhile may be met twice or not at all: for
 * what needs every card as it stood at one moment, read them in one transaction.
 */
export async function* cardsInSlices(
	db: GreenRoomDatabase,
	deck: DeckId,
): AsyncGenerator<readonly Card[]> {
	let from = -Infinity;
	let met = new Set<CardId>();
	for (;;) {
		// Cards may share a position: those of the last one are read again and left out.
		const limit: number = SLICE + met.size;
		const rows: CardRow[] = await db.cards
			.where('[deckId+position]')
			.between([deck, from], [deck, Dexie.maxKey], true, true)
			.limit(limit)
			.toArray();
		const cards = rows.filter(({ id }) => !met.has(id)).map(cardOfRow);
		if (cards.length > 0) yield cards;
		const last = rows.at(-1);
		if (!last || rows.length < limit) return;
		from = last.position;
		met = new Set(rows.filter(({ position }) => position === from).map(({ id }) => id));
	}
}
