import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import type { CardId, DeviceId } from '#lib/domain/cards/ids.ts';
import { effectiveByCard } from '#lib/domain/log/effective-by-card.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import { cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import { progressOf, type Replayed } from '#lib/storage/log/progress-from.ts';
import { EventRows } from './event-rows.ts';
import { undoStackIn } from './undo-stack-in.ts';

/** Events between two tellings of how far it is. */
const TOLD_EVERY = 20_000;

/**
 * The rows that follow from a collection on a device, worked out before anything is written: the cards of all notes
 * that are there, in decks that are there, with what their events add up to, and the totals of days.
 *
 * @param progress told how many events are replayed
 */
export function rowsOfCollection(
	{ content, log }: Collection,
	own: DeviceId,
	progress: (done: number) => void,
) {
	const { decks, notes, bases, settings } = content;
	const model = createMemoryModel(settingsOf(settings).parameters);
	const baseOf = new Map(bases.map(({ cardId, progress }) => [cardId, progress]));
	const replayed = new Map<CardId, Replayed>();
	const fold = new TotalsFold(bases);
	let done = 0;
	let told = 0;
	for (const { cardId, events } of effectiveByCard(log)) {
		for (const event of events) fold.add(event);
		replayed.set(cardId, progressOf(baseOf.get(cardId) ?? null, events, model));
		done += events.length;
		if (done < told) continue;
		progress(done);
		told = done + TOLD_EVERY;
	}
	const alive = new Set(decks.filter((deck) => !isDeleted(deck)).map(({ value }) => value.id));
	const cards = notes
		.filter((note) => !isDeleted(note) && alive.has(note.value.deckId))
		.flatMap(({ value }) => cardsOf(value))
		.map((seed): CardRow => {
			const { progress, broughtForward } =
				replayed.get(seed.id) ?? progressOf(baseOf.get(seed.id) ?? null, [], model);
			return cardRow({ ...seed, ...progress }, broughtForward);
		});
	const stack = undoStackIn(log, own);
	return { cards, days: fold.totals, undoTop: stack.top, events: new EventRows(log, stack) };
}
