import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	freshCard,
	goalIn,
	knownCard,
	planInput,
	planToday,
} from '#lib/domain/programme/example-plan.ts';
import type { PlanCard, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { makePlan } from './make-plan.ts';

const known = fc.record({
	stability: fc.double({ min: -1, max: 5, noNaN: true }).map(Math.exp),
	daysAgo: fc.integer({ min: 0, max: 40 }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const anyCards = fc
	.array(fc.oneof(fc.constant(null), known), { minLength: 1, maxLength: 30 })
	.map((cards) =>
		cards.map((card, index): PlanCard =>
			card ? knownCard(index, card.stability, card.daysAgo, card.difficulty) : freshCard(index),
		),
	);
/** One or two auditions, each on a part of the cards. */
const anyInput: fc.Arbitrary<PlanInput> = fc
	.record({
		cards: anyCards,
		days: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 2 }),
		minutes: fc.integer({ min: 1, max: 20 }),
		off: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }),
		part: fc.integer({ min: 1, max: 3 }),
	})
	.map(({ cards, days, minutes, off, part }) =>
		planInput(
			cards,
			days.map((day, index) =>
				goalIn(day, index === 0 ? cards : cards.filter((_, at) => at % part === 0), minutes, {
					daysOff: off.map((each) => addDays(planToday, each)),
				}),
			),
		),
	);
const runs = { numRuns: 25 };

describe('any plan', () => {
	test('keeps to the minutes of each day, and to the days off', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const plan = makePlan(input);
				for (const { day, minutes } of plan.days) {
					const allowed = input.goals
						.filter((goal) => goal.day >= day && !goal.daysOff.includes(day))
						.reduce((sum, goal) => sum + (goal.minutesPerDay ?? 0), 0);
					expect(minutes).toBeLessThanOrEqual(allowed + 1e-6);
				}
				const today = plan.today.reduce((sum, { seconds }) => sum + seconds, 0);
				const allowed = input.goals
					.filter(({ daysOff }) => !daysOff.includes(planToday))
					.reduce((sum, { minutesPerDay }) => sum + (minutesPerDay ?? 0), 0);
				expect(today).toBeLessThanOrEqual(allowed * 60 + 1e-6);
			}),
			runs,
		);
	});

	test('is the same for the same input, and changes nothing in it', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const before = structuredClone(input);
				expect(makePlan(input)).toEqual(makePlan(structuredClone(input)));
				expect(input).toEqual(before);
			}),
			{ numRuns: 10 },
		);
	});

	test('makes as ready as normal scheduling does in the same minutes, or more', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const plan = makePlan(input);
				const sum = (key: 'planned' | 'unplanned' | 'untouched') =>
					plan.goals.reduce((all, { cards, readiness }) => all + cards * readiness[key], 0);
				const cards = plan.goals.reduce((all, goal) => all + goal.cards, 0);
				expect(sum('planned')).toBeGreaterThanOrEqual(sum('unplanned') - 0.01 * cards);
				expect(sum('planned')).toBeGreaterThanOrEqual(sum('untouched') - 1e-6);
			}),
			runs,
		);
	});

	test('loses nothing by more minutes a day', () => {
		fc.assert(
			fc.property(
				anyCards,
				fc.integer({ min: 0, max: 20 }),
				fc.integer({ min: 1, max: 15 }),
				(cards, days, minutes) => {
					const readiness = (perDay: number) =>
						makePlan(planInput(cards, [goalIn(days, cards, perDay)])).goals[0]?.readiness.planned ??
						0;
					expect(readiness(minutes * 2)).toBeGreaterThanOrEqual(readiness(minutes) - 0.01);
				},
			),
			runs,
		);
	});

	test('names each card of today once, with a reason', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const { today } = makePlan(input);
				const cards = new Map(input.cards.map((card) => [card.id, card]));
				expect(new Set(today.map(({ id }) => id)).size).toBe(today.length);
				for (const { id, reason, goal } of today) {
					const card = cards.get(id);
					expect(reason.kind === 'fresh').toBe(card?.memory === null);
					expect(reason.kind === 'relearn').toBe(card?.lastReviewedDay === planToday);
					const of = input.goals.find((each) => each.id === goal);
					expect(of?.cardIds).toContain(id);
					if (reason.kind !== 'fresh') expect(reason.on).toBe(of?.day);
				}
			}),
			runs,
		);
	});
});
