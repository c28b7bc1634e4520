import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import type { CardId, DeviceId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import { cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { undoStackOf } from '#lib/storage/log/undo-stack.ts';
import { deviceRowsOf } from './device-rows-of-snapshot.ts';

/** The rows that a snapshot becomes on a device, before anything is written. */
export function rowsOfSnapshot(snapshot: Snapshot, own: DeviceId) {
	const { decks, notes, bases, auditions, settings, reviews } = snapshot;
	const { events, undoTop } = stackedEvents(reviews, own);
	return {
		decks,
		notes,
		bases,
		auditions,
		settings,
		events,
		cards: cardRows(snapshot),
		days: totalsOf(reviews, bases),
		/** @param before this device's row as it stands */
		devices: (before: DeviceRow) => deviceRowsOf(snapshot, before, undoTop),
	};
}

/** Cards of all notes that are there, in decks that are there, with what their events add up to. */
function cardRows({ decks, notes, bases, settings, reviews }: Snapshot): CardRow[] {
	const model = createMemoryModel(settingsOf(settings).parameters);
	const alive = new Set(decks.filter((deck) => !isDeleted(deck)).map(({ value }) => value.id));
	const baseOf = new Map(bases.map(({ cardId, progress }) => [cardId, progress]));
	const eventsOf = new Map<CardId, LogEvent[]>();
	for (const event of reviews) {
		const list = eventsOf.get(event.cardId);
		if (list) list.push(event);
		else eventsOf.set(event.cardId, [event]);
	}
	return notes
		.filter((note) => !isDeleted(note) && alive.has(note.value.deckId))
		.flatMap(({ value }) => cardsOf(value))
		.map((seed) => {
			const base = baseOf.get(seed.id) ?? null;
			const replayed = progressFrom(base, eventsOf.get(seed.id) ?? [], model);
			return cardRow({ ...seed, ...replayed.progress }, replayed.broughtForward);
		});
}

/** Events with the undo stack of this device built anew. */
function stackedEvents(
	reviews: readonly LogEvent[],
	own: DeviceId,
): { events: EventRow[]; undoTop: number } {
	const { below, top } = undoStackOf(reviews, own);
	const events = reviews.map((event) => ({
		...event,
		below: below.get(event.id) ?? null,
		checksum: eventChecksum(event),
	}));
	return { events, undoTop: top };
}
