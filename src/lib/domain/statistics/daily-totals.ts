import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { LastingEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { countNames, noCounts, type Counts } from './counts.ts';
import { shareOf } from './share.ts';
import type { Standing } from './standing.ts';

/** What was done in a deck on a study day. A sum: every event adds its share, and an undo takes it away. */
export interface DailyTotals extends Counts {
	readonly studyDay: StudyDay;
	readonly deckId: DeckId;
	/** Of `answers` and of `again`: those in each hour of the wall clock, 0 to 23. */
	readonly hourAnswers: readonly number[];
	readonly hourAgain: readonly number[];
}

export function emptyTotals(studyDay: StudyDay, deckId: DeckId): DailyTotals {
	return { studyDay, deckId, ...noCounts, hourAnswers: NO_HOURS, hourAgain: NO_HOURS };
}

/**
 * The totals with an event's share added (1) or taken away (-1).
 *
 * @param totals of the event's own study day and deck
 * @param before how the card stood just before the event
 */
export function addToTotals(
	totals: DailyTotals,
	event: LastingEvent,
	before: Standing,
	sign: 1 | -1,
): DailyTotals {
	if (event.studyDay !== totals.studyDay || event.deckId !== totals.deckId) {
		throw new Error(
			`Event ${event.id} doesn't belong to day ${totals.studyDay} of ${totals.deckId}`,
		);
	}
	if (event.kind !== 'review' && event.kind !== 'practice') return totals;
	const after: Draft = { ...totals };
	for (const [name, share] of shareOf(event, before)) after[name] += sign * share;
	if (event.kind === 'review') {
		const hour = hourOf(event.at, event.utcOffsetMinutes);
		after.hourAnswers = withHour(totals.hourAnswers, hour, sign);
		if (event.rating === 1) after.hourAgain = withHour(totals.hourAgain, hour, sign);
	}
	return after;
}

/** Two totals of one day and deck as one; `sign` -1 takes the second away. */
export function sumOfTotals(one: DailyTotals, other: DailyTotals, sign: 1 | -1 = 1): DailyTotals {
	const after: Draft = {
		...one,
		hourAnswers: sumOfHours(one.hourAnswers, other.hourAnswers, sign),
		hourAgain: sumOfHours(one.hourAgain, other.hourAgain, sign),
	};
	for (const name of countNames) after[name] += sign * other[name];
	return after;
}

/** Whether nothing was done, or all of it undone: such totals needn't be kept. */
export function isNothing(totals: DailyTotals): boolean {
	return totals.answers === 0 && totals.practice === 0;
}

type Draft = { -readonly [Name in keyof DailyTotals]: DailyTotals[Name] };

const HOUR_MS = 3_600_000;
const NO_HOURS: readonly number[] = Array.from({ length: 24 }, () => 0);

/** The hour of the wall clock, 0 to 23. */
function hourOf(at: number, utcOffsetMinutes: number): number {
	const hours = Math.floor((at + utcOffsetMinutes * 60_000) / HOUR_MS);
	return ((hours % 24) + 24) % 24;
}

function withHour(hours: readonly number[], hour: number, sign: 1 | -1): readonly number[] {
	return hours.with(hour, (hours[hour] ?? 0) + sign);
}

function sumOfHours(one: readonly number[], other: readonly number[], sign: 1 | -1) {
	return one.map((count, hour) => count + sign * (other[hour] ?? 0));
}
