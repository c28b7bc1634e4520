import type { PracticeEvent, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import type { CountName } from './counts.ts';
import { isFirstOfDay, type Standing } from './standing.ts';

/** Intervals of this many days and more make a card mature. */
export const MATURE_DAYS = 21;

/** What one event adds to its day: counts by name; all others gain nothing. */
export type Share = readonly (readonly [name: CountName, count: number])[];

const BUTTONS = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<
	Rating,
	CountName
>;
const BUTTONS_BY_AGE = {
	young: { 1: 'youngAgain', 2: 'youngHard', 3: 'youngGood', 4: 'youngEasy' },
	mature: { 1: 'matureAgain', 2: 'matureHard', 3: 'matureGood', 4: 'matureEasy' },
} as const satisfies Record<string, Record<Rating, CountName>>;
const FIRST_BY_AGE = {
	young: { remembered: 'firstYoungRemembered', forgotten: 'firstYoungForgotten' },
	mature: { remembered: 'firstMatureRemembered', forgotten: 'firstMatureForgotten' },
} as const satisfies Record<string, Record<string, CountName>>;
const DRILLS = {
	recap: { 1: 'recapMissed', 3: 'recapKnown' },
	match: { 1: 'matchWrong', 3: 'matchRight' },
	again: { 1: 'againMissed', 3: 'againKnown' },
} as const satisfies Record<PracticeEvent['drill'], Record<PracticeEvent['rating'], CountName>>;

/** @param before how the card stood when it was answered */
export function shareOf(event: ReviewEvent | PracticeEvent, before: Standing): Share {
	if (event.kind === 'review') return shareOfReview(event, before);
	return [
		['practice', 1],
		['practiceMs', event.durationMs],
		[DRILLS[event.drill][event.rating], 1],
	];
}

function shareOfReview(event: ReviewEvent, before: Standing): Share {
	const { from, rating, durationMs, studyDay } = event;
	const share: [CountName, number][] = [
		['answers', 1],
		['durationMs', durationMs],
		[BUTTONS[rating], 1],
	];
	if (from === 'new') share.push(['introduced', 1], ['introducedMs', durationMs]);
	if (from !== 'review') return share;
	const age = before.intervalDays < MATURE_DAYS ? 'young' : 'mature';
	const recall = rating > 1 ? 'remembered' : 'forgotten';
	share.push(['reviews', 1], ['reviewsMs', durationMs], [recall, 1]);
	share.push([BUTTONS_BY_AGE[age][rating], 1]);
	if (isFirstOfDay(before, studyDay)) share.push([FIRST_BY_AGE[age][recall], 1]);
	return share;
}
