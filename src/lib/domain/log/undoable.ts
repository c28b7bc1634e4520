import type { BuryEvent, LogEvent, ReviewEvent, SuspendEvent } from './event.ts';

export type UndoableEvent = ReviewEvent | SuspendEvent | BuryEvent;

/** Whether Undo on the review screen takes this event back: what was done there, card by card. */
export function isUndoable(event: LogEvent): event is UndoableEvent {
	switch (event.kind) {
		case 'review':
		case 'suspend':
		case 'unsuspend':
		case 'bury':
			return true;
		default:
			return false;
	}
}
