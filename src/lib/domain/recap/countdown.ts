import { phaseOf, reveal, type Drill, type Run } from './drill.ts';

/** Milliseconds left to say the points, never below 0; null without a limit. It stops at the reveal. */
export function timeLeftMs({ limitMs, run }: Drill, now: number): number | null {
	if (limitMs === null) return null;
	return Math.max(0, limitMs - timeUsedMs(run, now));
}

/** Milliseconds from the start of the run to the reveal, or to now; never below 0. */
export function timeUsedMs(run: Run, now: number): number {
	return Math.max(0, (run.revealedAt ?? now) - run.startedAt);
}

/** Reveals all once the time is up; to be called as time passes. */
export function tick(drill: Drill, now: number): Drill {
	return phaseOf(drill) === 'prompt' && timeLeftMs(drill, now) === 0 ? reveal(drill, now) : drill;
}

/** The same drill without its limit, which stays off in the runs that follow. */
export function withoutLimit(drill: Drill): Drill {
	return { ...drill, limitMs: null };
}
