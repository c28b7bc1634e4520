import type { Clock } from './clock.ts';
import { studyDayOf, type StudyDay } from './study-day.ts';

/** An instant with what the device held of it then. Every event keeps one, so that past days never move. */
export interface Moment {
	/** Milliseconds since 1970, UTC. */
	readonly at: number;
	readonly utcOffsetMinutes: number;
	readonly rolloverHour: number;
	readonly studyDay: StudyDay;
}

export function momentOf(clock: Clock, rolloverHour: number, at = clock.now()): Moment {
	const utcOffsetMinutes = clock.utcOffsetMinutes(at);
	return {
		at,
		utcOffsetMinutes,
		rolloverHour,
		studyDay: studyDayOf(at, utcOffsetMinutes, rolloverHour),
	};
}
