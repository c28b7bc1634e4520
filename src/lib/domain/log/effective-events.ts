import type { EventId } from '#lib/domain/cards/ids.ts';
import type { LastingEvent, LogEvent } from './event.ts';

/**
 * The events that count, in causal order: each id once, sorted by id, without undos and without what they
 * undo. An undo can't be undone, two undos of one event are one, and an undo that arrives before its event
 * (from another device) waits for it; so the result depends on the set of events alone.
 */
export function effectiveEvents(events: readonly LogEvent[]): LastingEvent[] {
	const undone = undoneIds(events);
	const byId = new Map<EventId, LastingEvent>();
	for (const event of events) {
		if (event.kind !== 'undo' && !undone.has(event.id)) byId.set(event.id, event);
	}
	return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Ids of all events that some undo names. */
export function undoneIds(events: readonly LogEvent[]): Set<EventId> {
	const ids = new Set<EventId>();
	for (const event of events) if (event.kind === 'undo') ids.add(event.undoes);
	return ids;
}
