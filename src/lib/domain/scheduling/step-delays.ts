import type { Interval } from '#lib/domain/log/event.ts';

/** A step to come: how long it lasts and how many are then left, it included. */
export interface Step {
	readonly interval: Interval;
	readonly stepsLeft: number;
}

/** What Again, Hard and Good do among the steps; null where the card leaves them. Easy always leaves. */
export interface StepDelays {
	readonly again: Step | null;
	readonly hard: Step | null;
	readonly good: Step | null;
}

const DAY_SECONDS = 86_400;

/**
 * Anki's steps: Again goes back to the first, Good on to the next, Hard repeats the present one. Hard on the
 * first step lasts as long as the mean of the first two, or half as long again where there is only one,
 * though not over a day more.
 *
 * @param stepsLeft of the card; more than there are (the user took some away) means the first step
 */
export function stepDelays(stepsSeconds: readonly number[], stepsLeft: number): StepDelays {
	const total = stepsSeconds.length;
	const index = Math.min(Math.max(0, total - stepsLeft), Math.max(0, total - 1));
	const present = stepsSeconds[index];
	const first = stepsSeconds[0];
	const next = stepsSeconds[index + 1];
	return {
		again: first === undefined ? null : { interval: asInterval(first), stepsLeft: total },
		hard:
			present === undefined
				? null
				: {
						interval: asInterval(index === 0 ? hardOnFirst(present, next) : present),
						stepsLeft: total - index,
					},
		good: next === undefined ? null : { interval: asInterval(next), stepsLeft: total - index - 1 },
	};
}

function hardOnFirst(first: number, second: number | undefined): number {
	return second === undefined
		? Math.min(Math.floor(first * 1.5), first + DAY_SECONDS)
		: Math.floor((first + second) / 2);
}

/**
 * A step of a day or more is a diary entry, in whole days. A shorter one stays an instant even where it
 * crosses the rollover: ten minutes at 03:55 are ten minutes, where Anki makes them a day.
 */
function asInterval(seconds: number): Interval {
	return seconds < DAY_SECONDS ? { seconds } : { days: Math.round(seconds / DAY_SECONDS) };
}
