import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deckId, type DeckId } from '#lib/domain/cards/ids.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import {
	freshCard,
	goalIn,
	knownCard,
	planDeck,
	planInput,
	planNow,
	planToday,
	solved,
} from './example-plan.ts';
import type { Goal, PlanCard, PlanInput } from './plan-input.ts';

const fresh = (count: number) => Array.from({ length: count }, (_, index) => freshCard(index));
/** One audition on all of some cards, studied as they fall due. */
function normally(
	cards: readonly PlanCard[],
	days: number,
	minutes: number,
	changes: Partial<PlanInput> = {},
) {
	const { problem, unplanned } = solved(planInput(cards, [goalIn(days, cards, minutes)], changes));
	return { ...unplanned, problem };
}
const dueIn = (card: PlanCard, days: number): PlanCard => ({
	...card,
	due: { day: addDays(planToday, days) },
});

describe('normal scheduling', () => {
	test('does nothing without cards', () => {
		expect([...normally([], 3, 5).seconds]).toEqual([0, 0, 0, 0]);
	});

	test('brings a card on the day it is due, however long it is overdue', () => {
		for (const [due, node] of [
			[-9, 0],
			[0, 0],
			[2, 2],
		] as const) {
			const { reviews } = normally([dueIn(knownCard(0, 3, 2), due)], 3, 5);
			expect(reviews.indexOf(1)).toBe(node);
			expect(reviews.subarray(0, node).every((count) => count === 0)).toBe(true);
		}
	});

	test('lets a card be that falls due after the audition', () => {
		const { reviews, seconds } = normally([dueIn(knownCard(0, 3, 2), 4)], 3, 5);
		expect([...reviews, ...seconds]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});

	test('brings a card back that was left in its steps on an earlier day', () => {
		const left = { ...knownCard(0, 20, 2), state: 'relearning', due: { at: planNow } } as const;
		expect(normally([left], 3, 5).reviews[0]).toBe(1);
	});

	test('brings a card that is in its steps today after its interval', () => {
		const today = { ...knownCard(0, 2, 0), state: 'relearning', due: { at: planNow } } as const;
		expect([...normally([today], 3, 5).reviews]).toEqual([0, 0, 1, 0]);
	});

	test('brings so many new cards a day, and no more', () => {
		const brought = [...normally(fresh(25), 3, 60, { newPerDay: new Map([[planDeck, 10]]) }).fresh];
		for (const [day, count] of [10, 10, 5, 0].entries()) expect(brought[day]).toBeCloseTo(count);
	});

	test('brings new cards of each deck by its own limit', () => {
		const [one, other, small] = [deckId('one'), deckId('other'), deckId('small')];
		const decks = [...Array<DeckId>(30).fill(one), ...Array<DeckId>(30).fill(other), small];
		const cards = decks.map((deck, index) => ({ ...freshCard(index), deckId: deck }));
		const newPerDay = new Map([
			[one, 10],
			[other, 4],
			[small, 10],
		]);
		const perDay = (goals: readonly Goal[]) =>
			solved(planInput(cards, goals, { newPerDay })).unplanned.fresh[0];
		expect(perDay([goalIn(3, cards, 60)])).toBeCloseTo(15);
		// A second audition on some of the cards makes two groups of them, and no more new cards.
		expect(perDay([goalIn(3, cards, 60), goalIn(3, cards.slice(20, 40), 60)])).toBeCloseTo(15);
	});

	test('gives what time there is to what is known least', () => {
		const [weak, strong] = [dueIn(knownCard(0, 1, 9), 0), dueIn(knownCard(1, 9, 9), 0)];
		const { problem } = normally([weak, strong], 2, 1);
		const [items] = problem.groups.map((group) => group.items);
		const nodes = problem.course.days.length;
		const { recalled } = normally([weak, strong], 2, (items?.seconds[0] ?? 0) / 60);
		expect(recalled[0]).toBeCloseTo(1 + (items?.recall[nodes] ?? 0), 6);
	});

	test('does nothing in no time, and on days off', () => {
		const cards = [...fresh(3), knownCard(3, 2, 5)];
		expect(normally(cards, 3, 0).seconds.every((seconds) => seconds === 0)).toBe(true);
		const daysOff = [0, 1, 3].map((days) => addDays(planToday, days));
		const { unplanned } = solved(planInput(cards, [goalIn(3, cards, 5, { daysOff })]));
		expect([...unplanned.seconds].map((seconds) => seconds > 0)).toEqual([
			false,
			false,
			true,
			false,
		]);
	});

	test('keeps to the minutes of any day, of auditions that share cards as well', () => {
		const anyMinutes = fc.integer({ min: 0, max: 5 });
		fc.assert(
			fc.property(anyMinutes, anyMinutes, fc.integer({ min: 0, max: 9 }), (one, other, days) => {
				const cards = [...fresh(20), ...fresh(20).map((_, at) => knownCard(20 + at, 1 + at, 5))];
				const goals = [goalIn(days, cards.slice(0, 30), one), goalIn(9, cards.slice(10), other)];
				const { unplanned, budgets } = solved(planInput(cards, goals));
				for (let v = 0; v <= 9; v++) {
					const taken = (unplanned.seconds[v] ?? 0) + (unplanned.seconds[10 + v] ?? 0);
					const allowed = budgets.nodes.reduce((sum, own) => sum + (own[v] ?? 0), 0);
					expect(taken).toBeLessThanOrEqual(allowed + 1e-6);
				}
			}),
			{ numRuns: 20 },
		);
	});
});
