import type { EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';

/** Two logs as one, in causal order: each event once. Events never change, so equal ids are equal events. */
export function mergeEvents(a: readonly LogEvent[], b: readonly LogEvent[]): LogEvent[] {
	const byId = new Map<EventId, LogEvent>();
	for (const event of [...a, ...b]) byId.set(event.id, event);
	return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
