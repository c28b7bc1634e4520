import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { LogEvent, PracticeEvent, ReviewEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Counts } from './counts.ts';
import type { BaseOfCard } from './totals-fold.ts';

/**
 * The slow way to every number of the statistics, for tests alone: each is counted by itself over the whole
 * log, and what a card's standing was is looked for in its past each time.
 *
 * @param place of one study day and deck only
 */
export function countedByHand(
	log: readonly LogEvent[],
	bases: readonly BaseOfCard[] = [],
	place: { readonly studyDay: StudyDay; readonly deckId: DeckId } | null = null,
): Counts & { readonly hourAnswers: readonly number[]; readonly hourAgain: readonly number[] } {
	const gone = log.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : []));
	const counting = log.filter(({ id, kind }) => kind !== 'undo' && !gone.includes(id));
	const here = counting.filter(
		({ studyDay, deckId }) =>
			place === null || (studyDay === place.studyDay && deckId === place.deckId),
	);
	const answers = here.filter((event) => event.kind === 'review');
	const practice = here.filter((event) => event.kind === 'practice');
	const reviews = answers.filter(({ from }) => from === 'review');
	const fresh = answers.filter(({ from }) => from === 'new');
	const mature = reviews.filter((event) => intervalBefore(event) >= 21);
	const young = reviews.filter((event) => intervalBefore(event) < 21);
	const first = (event: ReviewEvent) => {
		const last = pastOf(event).findLast(({ kind }) => kind === 'review' || kind === 'reset');
		const lastDay =
			last?.kind === 'reset' ? null : (last?.studyDay ?? baseOf(event)?.lastReviewedDay ?? null);
		return lastDay !== null && lastDay < event.studyDay;
	};
	const rated = (events: readonly ReviewEvent[], rating: number) =>
		events.filter((event) => event.rating === rating).length;
	const passed = (events: readonly ReviewEvent[]) =>
		events.filter(({ rating }) => rating !== 1).length;
	const drilled = (drill: PracticeEvent['drill'], rating: number) =>
		practice.filter((event) => event.drill === drill && event.rating === rating).length;
	const time = (events: readonly { readonly durationMs: number }[]) =>
		events.reduce((sum, { durationMs }) => sum + durationMs, 0);
	const hours = (events: readonly ReviewEvent[]) =>
		Array.from({ length: 24 }, (_, hour) => events.filter((each) => hourOf(each) === hour).length);
	return {
		introduced: fresh.length,
		introducedMs: time(fresh),
		reviews: reviews.length,
		reviewsMs: time(reviews),
		answers: answers.length,
		durationMs: time(answers),
		again: rated(answers, 1),
		hard: rated(answers, 2),
		good: rated(answers, 3),
		easy: rated(answers, 4),
		remembered: passed(reviews),
		forgotten: rated(reviews, 1),
		youngAgain: rated(young, 1),
		youngHard: rated(young, 2),
		youngGood: rated(young, 3),
		youngEasy: rated(young, 4),
		matureAgain: rated(mature, 1),
		matureHard: rated(mature, 2),
		matureGood: rated(mature, 3),
		matureEasy: rated(mature, 4),
		firstYoungRemembered: passed(young.filter(first)),
		firstYoungForgotten: rated(young.filter(first), 1),
		firstMatureRemembered: passed(mature.filter(first)),
		firstMatureForgotten: rated(mature.filter(first), 1),
		practice: practice.length,
		practiceMs: time(practice),
		recapKnown: drilled('recap', 3),
		recapMissed: drilled('recap', 1),
		matchRight: drilled('match', 3),
		matchWrong: drilled('match', 1),
		againKnown: drilled('again', 3),
		againMissed: drilled('again', 1),
		hourAnswers: hours(answers),
		hourAgain: hours(answers.filter(({ rating }) => rating === 1)),
	};

	function baseOf({ cardId }: LogEvent) {
		return bases.find((base) => base.cardId === cardId)?.progress;
	}

	/** What counted for the event's card before it, oldest first. */
	function pastOf({ id, cardId }: LogEvent) {
		return counting
			.filter((event) => event.cardId === cardId && event.id < id)
			.sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	/** Days between the last answer and the date the card was promised for then. */
	function intervalBefore(event: LogEvent): number {
		const past = pastOf(event);
		const since = past.slice(past.findLastIndex(({ kind }) => kind === 'reset') + 1);
		const base = since.length === past.length ? baseOf(event) : undefined;
		const last = since.findLast(({ kind }) => kind === 'review');
		const lastDay = last?.studyDay ?? base?.lastReviewedDay ?? null;
		const promise = since.findLast(({ kind }) => kind === 'review' || kind === 'reschedule');
		if (lastDay === null) return 0;
		if (promise?.kind === 'reschedule') return Math.max(0, promise.day - lastDay);
		if (promise?.kind === 'review') {
			const { interval } = promise.outcome;
			return 'days' in interval ? interval.days : 0;
		}
		return base?.due && 'day' in base.due ? Math.max(0, base.due.day - lastDay) : 0;
	}
}

/** As the wall clock showed it. */
function hourOf({ at, utcOffsetMinutes }: ReviewEvent): number {
	return new Date(at + utcOffsetMinutes * 60_000).getUTCHours();
}
