import type { Clock } from '#lib/domain/time/clock.ts';

/** The clock and the time zone of this device. */
export const deviceClock: Clock = {
	now: () => Date.now(),
	// Taken from 0, since -0 is another value than what a backup gives back.
	utcOffsetMinutes: (at) => 0 - new Date(at).getTimezoneOffset(),
};
