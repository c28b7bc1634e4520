import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	freshCard,
	goalIn,
	knownCard,
	planInput,
	planToday,
	solved,
} from '#lib/domain/programme/example-plan.ts';
import type { PlanInput } from '#lib/domain/programme/plan-input.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { goalPlans } from './goal-plans.ts';
import { makePlan } from './make-plan.ts';

const fresh = (count: number) => Array.from({ length: count }, (_, index) => freshCard(index));
const known = (count: number) =>
	Array.from({ length: count }, (_, index) => knownCard(index, 3, 2));
function plansOf(input: PlanInput) {
	const { problem, budgets, solution, unplanned } = solved(input);
	return goalPlans(problem, budgets, solution, unplanned);
}
const daysOff = [0, 1, 2, 3, 4].map((days) => addDays(planToday, days));

describe('what a plan comes to for an audition', () => {
	test('is nothing without cards', () => {
		const [plan] = plansOf(planInput(fresh(2), [goalIn(4, [], 5)]));
		const readiness = { now: 0, untouched: 0, planned: 0, unplanned: 0 };
		expect(plan).toMatchObject({ cards: 0, readiness, minutesPerDay: 0, outOfReach: null });
	});

	test('is the same for one card as for many like it, given time enough', () => {
		const [one] = plansOf(planInput(known(1), [goalIn(4, known(1), 30)]));
		const [many] = plansOf(planInput(known(20), [goalIn(4, known(20), 30)]));
		expect(one?.readiness.planned).toBeCloseTo(many?.readiness.planned ?? 0, 6);
		expect(one?.readiness.planned).toBeGreaterThan(0.9);
	});

	test('counts a card of two auditions in both', () => {
		const plans = plansOf(planInput(known(3), [goalIn(2, known(3), 5), goalIn(5, known(2), 5)]));
		expect(plans.map(({ cards }) => cards)).toEqual([3, 2]);
		for (const { readiness } of plans) expect(readiness.planned).toBeGreaterThan(0.9);
	});

	test('is measured today when it is today', () => {
		const [plan] = plansOf(planInput(known(4), [goalIn(0, known(4), 5)]));
		expect(plan?.daysLeft).toBe(0);
		expect(plan?.readiness.now).toBeGreaterThan(plan?.readiness.untouched ?? 1);
		expect(plan?.readiness.planned).toBeGreaterThan(plan?.readiness.now ?? 1);
	});

	test('is what is left of memory when every day is off', () => {
		const [plan] = plansOf(planInput(known(4), [goalIn(4, known(4), 5, { daysOff })]));
		const { untouched = 0, planned, unplanned } = plan?.readiness ?? {};
		expect(planned).toBeCloseTo(untouched, 9);
		expect(unplanned).toBeCloseTo(untouched, 9);
		expect(plan?.minutesPerDay).toBe(0);
		expect(plan?.outOfReach).toEqual({ reason: 'too-late', bestReadiness: planned });
	});

	test('is what is left of memory with no minutes, and it tells how many would do', () => {
		const [plan] = plansOf(planInput(known(4), [goalIn(4, known(4), 0)]));
		expect(plan?.readiness.planned).toBeCloseTo(plan?.readiness.untouched ?? 0, 9);
		expect(plan?.minutesPerDay).toBe(0);
		expect(plan?.outOfReach?.reason).toBe('too-little-time');
	});

	test('takes cards whose last review is not known for seen just now, in all its figures', () => {
		const cards = known(2).map((card) => ({
			...card,
			lastReviewedAt: null,
			lastReviewedDay: null,
		}));
		const [plan] = plansOf(planInput(cards, [goalIn(4, cards, 5, { daysOff })]));
		expect(plan?.readiness.now).toBe(1);
		expect(plan?.readiness.planned).toBeCloseTo(plan?.readiness.untouched ?? 0, 9);
	});

	test('has its minutes over the days that are not off', () => {
		const goal = goalIn(4, fresh(60), 5, { daysOff: daysOff.slice(0, 3) });
		expect(plansOf(planInput(fresh(60), [goal]))[0]?.minutesPerDay).toBeCloseTo(5);
	});
});

test('auditions that ask for some of the same cards name each other', () => {
	const cards = fresh(6);
	const goals = [
		goalIn(3, cards.slice(0, 3), 5),
		goalIn(5, cards.slice(2, 4), 5),
		goalIn(7, cards.slice(4), 5),
	];
	const [one, two, three] = plansOf(planInput(cards, goals));
	expect(one?.sharesWith).toEqual([two?.id]);
	expect(two?.sharesWith).toEqual([one?.id]);
	expect(three?.sharesWith).toEqual([]);
});

describe('an audition out of reach', () => {
	test('asks for more minutes than it has, or says what is the most there is', () => {
		const anyInput = fc
			.record({
				cards: fc.integer({ min: 1, max: 40 }),
				stability: fc.double({ min: -1, max: 3, noNaN: true }).map(Math.exp),
				news: fc.integer({ min: 1, max: 3 }),
				days: fc.integer({ min: 0, max: 9 }),
				minutes: fc.integer({ min: 0, max: 6 }),
				retention: fc.constantFrom(0.8, 0.9, 0.97),
			})
			.map(({ cards: count, stability, news, days, minutes, retention }) => {
				const cards = Array.from({ length: count }, (_, index) =>
					index % news === 0 ? freshCard(index) : knownCard(index, stability, 2),
				);
				return planInput(cards, [goalIn(days, cards, minutes)], { desiredRetention: retention });
			});
		fc.assert(
			fc.property(anyInput, (input) => {
				const [plan] = plansOf(input);
				const { planned = 0 } = plan?.readiness ?? {};
				const reach = plan?.outOfReach;
				expect(reach === null).toBe(planned >= input.desiredRetention - 0.005);
				if (reach?.reason === 'too-little-time')
					expect(reach.minutesPerDayNeeded).toBeGreaterThan(input.goals[0]?.minutesPerDay ?? 0);
				if (reach?.reason === 'too-late') {
					expect(reach.bestReadiness).toBeGreaterThan(planned - 0.005);
					expect(reach.bestReadiness).toBeLessThan(input.desiredRetention);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('asks for no more minutes than there are in a day', () => {
		const [plan] = plansOf(planInput(fresh(5000), [goalIn(1, fresh(5000), 60)]));
		expect(plan?.outOfReach).toMatchObject({ reason: 'too-late' });
		const [other] = plansOf(
			planInput(fresh(1000), [goalIn(1, fresh(1000), 60)], { desiredRetention: 0.8 }),
		);
		if (other?.outOfReach?.reason !== 'too-little-time')
			throw new Error('It must be short of time.');
		expect(other.outOfReach.minutesPerDayNeeded).toBeGreaterThan(400);
		expect(other.outOfReach.minutesPerDayNeeded).toBeLessThan(600);
	});

	test('counts on the minutes that were found for another with the same cards', () => {
		const cards = fresh(60);
		const soon = goalIn(6, cards, 1);
		const neededWith = (others: PlanInput['goals']) => {
			const { outOfReach } = makePlan(planInput(cards, [soon, ...others])).goals[0] ?? {};
			return outOfReach?.reason === 'too-little-time' ? outOfReach.minutesPerDayNeeded : null;
		};
		const alone = neededWith([]) ?? 0;
		const other = makePlan(planInput(cards, [soon, goalIn(12, cards, null)])).goals[1];
		const together = neededWith([goalIn(12, cards, null)]) ?? 0;
		expect(alone).toBeGreaterThan(4);
		expect(together).toBeGreaterThan(1);
		expect(together).toBeLessThan(alone - 0.5 * (other?.minutesPerDay ?? 0));
	});
});
