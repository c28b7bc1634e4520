import { expect, test } from 'vitest';
import { freshCard, goalIn, planInput, planToday } from '#lib/domain/programme/example-plan.ts';
import { createFastMemory } from '#lib/domain/programme/fast-memory.ts';
import type { PlanCard, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { introduced, remembered } from '#lib/domain/programme/study-outcome.ts';
import { addDays, daysBetween } from '#lib/domain/time/study-day.ts';
import { makePlan } from './make-plan.ts';

const DAY_MS = 86_400_000;

/** For each day how many new cards and how many others were studied, the plan being made anew each morning and all being recalled. */
function live(count: number, days: number, minutes: number | null): [number, number][] {
	let cards = Array.from({ length: count }, (_, index) => freshCard(index));
	return Array.from({ length: days }, (_, day): [number, number] => {
		const { now } = planInput([], []);
		const today = { now: now + day * DAY_MS, today: addDays(planToday, day) };
		const input = planInput(cards, [goalIn(days, cards, minutes)], today);
		const chosen = new Set(makePlan(input).today.map(({ id }) => id));
		const studied = cards.filter(({ id }) => chosen.has(id));
		cards = cards.map((card) => (chosen.has(card.id) ? recalled(card, input) : card));
		const fresh = studied.filter(({ memory }) => !memory).length;
		return [fresh, studied.length - fresh];
	});
}

function recalled(card: PlanCard, { now, today, parameters }: PlanInput): PlanCard {
	const model = createFastMemory(parameters);
	const { memory, lastReviewedDay } = card;
	const studied = {
		...card,
		state: 'review',
		lastReviewedAt: now,
		lastReviewedDay: today,
	} as const;
	if (!memory || lastReviewedDay === null) return { ...studied, memory: introduced(model, true) };
	const { stability, difficulty } = memory;
	const recall = model.retrievability(stability, daysBetween(lastReviewedDay, today));
	return { ...studied, memory: remembered(model, stability, difficulty, recall) };
}

test.each([
	[96, 21, 45],
	[96, 7, 60],
	[56, 14, 60],
	[56, 14, 12],
	[10, 24, 10],
	[10, 5, 5],
])(
	'%d new cards are begun at once and in the first third of %d days with %d minutes, and seen again',
	(count, days, minutes) => {
		const lived = live(count, days, minutes);
		expect(lived[0]?.[0]).toBe(Math.min(count, minutes * 2));
		const third = lived.slice(0, Math.ceil((days + 1) / 3));
		expect(third.reduce((sum, [fresh]) => sum + fresh, 0)).toBe(count);
		const again = lived.slice(1, -1).reduce((sum, [, reviews]) => sum + reviews, 0);
		expect(again).toBeGreaterThanOrEqual(count);
		expect(lived.at(-1)).toEqual([0, count]);
	},
);

test('with the minutes left empty something is studied every day until all cards are begun', () => {
	const lived = live(10, 24, null);
	const begun = lived.findLastIndex(([fresh]) => fresh > 0);
	for (const [fresh] of lived.slice(0, begun)) expect(fresh).toBeGreaterThan(0);
	expect(lived.reduce((sum, [fresh]) => sum + fresh, 0)).toBe(10);
});
