import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import { undoneIds } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { summarise, type Summary } from '#lib/domain/session/summary.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Store } from '#lib/storage/store.ts';
import type { CardReader, ShownCard } from './shown-card.ts';

export interface ReviewSummary extends Summary {
	readonly hardCards: readonly ShownCard[];
	readonly dueTomorrow: number;
	/** When the next learning card falls due today; null when none does. */
	readonly waitUntil: number | null;
	/** The study day it was made on: tomorrow is the next one. */
	readonly studyDay: StudyDay;
	readonly events: readonly LogEvent[];
}

/** What a session came to, with what tomorrow holds. */
export async function summaryOf(
	store: Store,
	reader: CardReader,
	now: Moment,
	session: {
		readonly sinceSequence: number;
		readonly waitUntil: number | null;
		/** Null: all decks. */
		readonly deckIds: readonly DeckId[] | null;
	},
): Promise<ReviewSummary> {
	const [events, dueTomorrow] = await Promise.all([
		store.sessionEvents(session.sinceSequence),
		store.dueTomorrow(now, session.deckIds),
	]);
	const summary = summarise(events);
	const cards = await Promise.all(summary.hard.map((id) => store.card(id)));
	const shown = await Promise.all(
		cards.filter((card) => card !== null).map((card) => reader.show(card)),
	);
	return {
		...summary,
		hardCards: shown.filter((card) => card !== null),
		dueTomorrow,
		waitUntil: session.waitUntil,
		studyDay: now.studyDay,
		events,
	};
}

/** How often a session answered each card or set it aside, without what was undone. */
export function timesDealtWith(events: readonly LogEvent[]): ReadonlyMap<CardId, number> {
	const undone = undoneIds(events);
	const times = new Map<CardId, number>();
	for (const { kind, id, cardId } of events) {
		if (!['review', 'bury', 'suspend'].includes(kind) || undone.has(id)) continue;
		times.set(cardId, (times.get(cardId) ?? 0) + 1);
	}
	return times;
}
