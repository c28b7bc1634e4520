import type { DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { undoneIds } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';

/** What a device's undo takes back, one after the other. */
export interface UndoStack {
	/** For each event on it, the sequence number of the one under it; 0 at the bottom. */
	readonly below: ReadonlyMap<EventId, number>;
	/** Sequence number of the topmost; 0 when there is none. */
	readonly top: number;
}

/** The stack of a device, from all its events in whatever order. */
export function undoStackOf(events: readonly LogEvent[], own: DeviceId): UndoStack {
	const undone = undoneIds(events);
	const below = new Map<EventId, number>();
	let top = 0;
	const mine = events.filter(({ device }) => device === own);
	for (const event of mine.sort((a, b) => a.sequence - b.sequence)) {
		if (!isUndoable(event) || undone.has(event.id)) continue;
		below.set(event.id, top);
		top = event.sequence;
	}
	return { below, top };
}
