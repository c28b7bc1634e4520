import type { CardId, EventId } from '#lib/domain/cards/ids.ts';
import { causalOrder } from './causal-order.ts';
import { eventAt } from './event-at.ts';
import type { LastingEvent } from './event.ts';
import type { LogColumns } from './log-columns.ts';
import { kindCode } from './segment-codes.ts';

export interface EffectiveEvents {
	readonly cardId: CardId;
	/** What `effectiveEvents` makes of the card's events. */
	readonly events: readonly LastingEvent[];
}

/**
 * The events that count, card by card in the order of their ids, each card's in causal order. Events are made one card at a time: going
 * through the log in its own order would keep some object of every card alive, and collecting those takes longer
 * than all the rest.
 *
 * @param columns each event once
 * @param wanted null: all cards
 */
export function* effectiveByCard(
	columns: LogColumns,
	wanted: ReadonlySet<CardId> | null = null,
): Generator<EffectiveEvents> {
	const { places, starts } = placesByCard(columns);
	const { texts } = columns;
	const cards = Array.from(texts.keys()).filter((card) => {
		const hasEvents = starts[card] !== starts[card + 1];
		return hasEvents && wanted?.has(texts[card] as CardId) !== false;
	});
	cards.sort((one, other) => ((texts[one] ?? '') < (texts[other] ?? '') ? -1 : 1));
	for (const card of cards) {
		const own = places.subarray(starts[card], starts[card + 1]);
		yield { cardId: texts[card] as CardId, events: effective(columns, own) };
	}
}

/** Places sorted by card, and where each card's begin. Counting sort: the order within a card stays causal. */
function placesByCard(columns: LogColumns): { places: Int32Array; starts: Int32Array } {
	const { cards, length } = columns;
	const starts = new Int32Array(columns.texts.length + 1);
	for (let index = 0; index < length; index++) {
		const next = (cards[index] ?? 0) + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	for (let card = 1; card < starts.length; card++) {
		starts[card] = (starts[card] ?? 0) + (starts[card - 1] ?? 0);
	}
	const places = new Int32Array(length);
	const ends = starts.slice();
	for (const place of causalOrder(columns)) {
		const card = cards[place] ?? 0;
		const end = ends[card] ?? 0;
		places[end] = place;
		ends[card] = end + 1;
	}
	return { places, starts };
}

const UNDO = kindCode('undo');

/** @param places of a card's events, in causal order */
function effective(columns: LogColumns, places: Int32Array): LastingEvent[] {
	let undone: Set<number> | null = null;
	let named: Set<EventId> | null = null;
	for (const place of places) {
		if (columns.kinds[place] !== UNDO) continue;
		const step = columns.steps[place] ?? 0;
		if (step >= 0) (undone ??= new Set()).add(step);
		else (named ??= new Set()).add((columns.texts[-1 - step] ?? '') as EventId);
	}
	const events: LastingEvent[] = [];
	for (const place of places) {
		if (columns.kinds[place] === UNDO || undone?.has(place)) continue;
		const event = eventAt(columns, place);
		if (event.kind !== 'undo' && !named?.has(event.id)) events.push(event);
	}
	return events;
}
