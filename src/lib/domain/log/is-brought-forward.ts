import type { LastingEvent } from './event.ts';

/**
 * Whether an event makes a card come today whatever the limits: someone asked for it now. A day further ahead is
 * only another due date, and the card waits for it among its like.
 */
export function isBroughtForward(event: LastingEvent | undefined): boolean {
	return event?.kind === 'reschedule' && event.day <= event.studyDay;
}
