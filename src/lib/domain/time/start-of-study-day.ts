import type { StudyDay } from './study-day.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** More than any zone has ever been ahead of UTC. */
const FURTHEST_AHEAD_MS = 16 * HOUR_MS;

/**
 * The instant a study day begins: the first one that belongs to it or, where the zone left the day out (Apia
 * had no 2011-12-30), to a later one. Where the clock jumps over the rollover, it is the jump.
 *
 * @param utcOffsetAt minutes the wall clock is ahead of UTC at an instant; changes are at least an hour apart
 * @returns milliseconds since 1970, UTC
 */
export function startOfStudyDay(
	day: StudyDay,
	utcOffsetAt: (at: number) => number,
	rolloverHour: number,
): number {
	const wallClock = day * DAY_MS + rolloverHour * HOUR_MS;
	for (let at = wallClock - FURTHEST_AHEAD_MS; ;) {
		const start = Math.max(at, wallClock - utcOffsetAt(at) * MINUTE_MS);
		const change = firstChange(at, start, utcOffsetAt);
		if (change === null) return start;
		at = change;
	}
}

/** The first instant after `from`, up to and including `to`, whose offset is another; null for none. */
function firstChange(from: number, to: number, utcOffsetAt: (at: number) => number): number | null {
	const offset = utcOffsetAt(from);
	for (let before = from; before < to; before += HOUR_MS) {
		let after = Math.min(before + HOUR_MS, to);
		if (utcOffsetAt(after) === offset) continue;
		for (let same = before; after - same > 1;) {
			const middle = Math.floor((same + after) / 2);
			if (utcOffsetAt(middle) === offset) same = middle;
			else after = middle;
		}
		return after;
	}
	return null;
}
