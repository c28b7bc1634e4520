import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { noCounts } from './counts.ts';
import { addToTotals, emptyTotals, isNothing } from './daily-totals.ts';
import { examplePractice, exampleReview } from './example-event.ts';
import { newStanding } from './standing.ts';
import { totalsOf } from './totals-of.ts';

const deck = deckId('callbacks');
const day = (number: number) => number as StudyDay;
const days = (interval: number) => ({
	state: 'review' as const,
	stepsLeft: 0,
	interval: { days: interval },
	leech: false,
	suspended: false,
});

test('each answer is counted by its rating, its state, its time and its hour', () => {
	const HOUR = 3_600_000;
	const log = [
		exampleReview(1, { from: 'new', durationMs: 4000, at: 9 * HOUR }),
		exampleReview(2, { from: 'learning', rating: 1, durationMs: 2000, at: 9 * HOUR }),
		exampleReview(3, { rating: 1, at: 22.5 * HOUR, utcOffsetMinutes: 120 }),
		exampleReview(4, { rating: 2, durationMs: 500, at: -HOUR }),
		exampleReview(5, { rating: 4, durationMs: 300, at: 13 * HOUR }),
		exampleReview(6, { from: 'relearning', durationMs: 200, at: 13 * HOUR }),
		examplePractice(7, { drill: 'recap', rating: 1 }),
		examplePractice(8, { drill: 'match', rating: 3 }),
		examplePractice(9, { drill: 'again', rating: 3 }),
	];
	const hours = (counts: Readonly<Record<number, number>>) =>
		Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
	expect(totalsOf(log)).toEqual([
		{
			...noCounts,
			studyDay: 20_000,
			deckId: deck,
			introduced: 1,
			introducedMs: 4000,
			reviews: 3,
			reviewsMs: 1800,
			answers: 6,
			durationMs: 8000,
			again: 2,
			hard: 1,
			good: 2,
			easy: 1,
			remembered: 2,
			forgotten: 1,
			youngAgain: 1,
			youngHard: 1,
			youngEasy: 1,
			practice: 3,
			practiceMs: 1500,
			recapMissed: 1,
			matchRight: 1,
			againKnown: 1,
			hourAnswers: hours({ 0: 1, 9: 2, 13: 2, 23: 1 }),
			hourAgain: hours({ 0: 1, 9: 1 }),
		},
	]);
});

test('true retention counts the first review of a card on a day, young under 21 days, else mature', () => {
	const log = [
		exampleReview(1, { from: 'new', outcome: days(20) }),
		exampleReview(2, { studyDay: day(20_020), outcome: days(21) }),
		exampleReview(3, { studyDay: day(20_041), rating: 1, outcome: days(0) }),
		exampleReview(4, { studyDay: day(20_041), outcome: days(1) }),
		exampleReview(5, { studyDay: day(20_042), outcome: days(1) }),
	];
	const first = totalsOf(log).map((totals) => [
		totals.firstYoungRemembered,
		totals.firstYoungForgotten,
		totals.firstMatureRemembered,
		totals.firstMatureForgotten,
	]);
	expect(first).toEqual([
		[0, 0, 0, 0],
		[1, 0, 0, 0],
		[0, 0, 0, 1],
		[1, 0, 0, 0],
	]);
});

test('an undo takes away exactly what its event gave', () => {
	const start = addToTotals(
		emptyTotals(day(20_000), deck),
		exampleReview(1, { rating: 2 }),
		newStanding,
		1,
	);
	const event = exampleReview(2, { rating: 1, durationMs: 1234 });
	const before = { lastReviewedDay: day(19_970), intervalDays: 30 };
	const after = addToTotals(start, event, before, 1);
	expect(after.firstMatureForgotten).toBe(1);
	expect(addToTotals(after, event, before, -1)).toEqual(start);
	expect(isNothing(start)).toBe(false);
	expect(isNothing(addToTotals(start, exampleReview(1, { rating: 2 }), newStanding, -1))).toBe(
		true,
	);
});

test('a day’s totals take no event of another day or deck', () => {
	const totals = emptyTotals(day(20_000), deck);
	const add = (event: ReturnType<typeof exampleReview>) => () =>
		addToTotals(totals, event, newStanding, 1);
	expect(add(exampleReview(1, { studyDay: day(20_001) }))).toThrow('20000');
	expect(add(exampleReview(1, { deckId: deckId('other') }))).toThrow('callbacks');
});
