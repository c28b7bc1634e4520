import { expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { freshCard, knownCard, planNow, planToday } from '#lib/domain/programme/example-plan.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { heldBack, SPREAD_DAYS, type LeftCard } from './spread-after.ts';

const model = createMemoryModel(defaultParameters);
const yesterday = addDays(planToday, -1);
/** Overdue by the audition, each remembered a little better than the one before. */
const heap = Array.from({ length: 140 }, (_, index) => knownCard(index, 2 + index / 10, 60));
const held = (cards: readonly LeftCard[], daysAfter = 1) =>
	heldBack(cards, addDays(planToday, -daysAfter), planToday, planNow, model);

test('the morning after brings a fourteenth of the heap, what is remembered least first', () => {
	const waiting = held(heap);
	expect(waiting.size).toBe(140 - 140 / SPREAD_DAYS);
	const coming = heap.filter(({ id }) => !waiting.has(id)).map(({ id }) => id);
	expect(coming).toEqual(heap.slice(0, 10).map(({ id }) => id));
});

test('nothing waits longer than two weeks', () => {
	expect(held(heap, SPREAD_DAYS).size).toBe(0);
	expect(held(heap, SPREAD_DAYS - 1).size).toBe(70);
});

test('a handful comes at once', () => {
	expect(held(heap.slice(0, 5)).size).toBe(0);
});

test('new cards, steps of the day and what falls due after the audition are no part of the heap', () => {
	const others: LeftCard[] = [
		freshCard(200),
		{ ...knownCard(201, 2, 20), state: 'relearning', due: { at: planNow } },
		{ ...knownCard(202, 2, 20), due: { day: planToday } },
	];
	const waiting = held([...heap, ...others]);
	expect(waiting.size).toBe(130);
	for (const { id } of others) expect(waiting).not.toContain(id);
	expect(held([{ ...knownCard(203, 2, 20), due: { day: yesterday } }]).size).toBe(0);
});
