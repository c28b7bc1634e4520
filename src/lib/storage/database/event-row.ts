import type { LogEvent } from '#lib/domain/log/event.ts';

/**
 * An event as it is stored. Events that can be undone form a stack per device: `below` is the sequence
 * number of the one under this, 0 at the bottom; null for an event that is not on the stack. `checksum` is
 * `eventChecksum` of the event.
 */
export type EventRow = LogEvent & { readonly below: number | null; readonly checksum: number };

export function eventOfRow(row: EventRow): LogEvent {
	const { below: _below, checksum: _checksum, ...event } = row;
	return event;
}
