import type { Clock } from '#lib/domain/time/clock.ts';

/** The clock and the time zone of this device. */
export const deviceClock: Clock = {
	now: () => Date.now(),
	utcOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
};
