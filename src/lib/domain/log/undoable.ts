import type { BuryEvent, LogEvent, ReviewEvent, SuspendEvent } from './event.ts';

export type UndoableEvent = ReviewEvent | SuspendEvent | BuryEvent;

/** What Undo on the review screen takes back: what was done there, card by card. */
export const undoableKinds = ['review', 'suspend', 'unsuspend', 'bury'] as const;

export function isUndoable(event: LogEvent): event is UndoableEvent {
	return undoableKinds.some((kind) => kind === event.kind);
}
