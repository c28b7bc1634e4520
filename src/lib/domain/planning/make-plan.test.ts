import { describe, expect, test } from 'vitest';
import {
	freshCard,
	goalIn,
	knownCard,
	planCardId,
	planInput,
	planNow,
	planToday,
} from '#lib/domain/programme/example-plan.ts';
import type { PlanCard } from '#lib/domain/programme/plan-input.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { makePlan } from './make-plan.ts';

const fresh = (count: number) => Array.from({ length: count }, (_, index) => freshCard(index));

test('new cards come in the first third where the minutes allow', () => {
	const cards = fresh(40);
	const { days } = makePlan(planInput(cards, [goalIn(30, cards, 10)]));
	const early = days.slice(0, 11).reduce((sum, day) => sum + day.fresh, 0);
	expect(early).toBeGreaterThan(39);
});

test('nothing is left to the day itself, which brings what gains most once it has come', () => {
	const cards = Array.from({ length: 30 }, (_, index) => knownCard(index, 3, 2));
	const { days } = makePlan(planInput(cards, [goalIn(7, cards, 3)]));
	expect(days.at(-1)).toMatchObject({ minutes: 0, reviews: 0, fresh: 0 });
	expect(days.at(-2)?.reviews).toBeGreaterThan(5);
	expect(makePlan(planInput(cards, [goalIn(0, cards, 3)])).today.length).toBeGreaterThan(5);
});

test('a card seen today comes again when there is no study day before the audition, not otherwise', () => {
	const cards = [knownCard(0, 0.3, 0)].map((card) => ({
		...card,
		lastReviewedAt: planNow - 3_600_000,
	}));
	const reasons = (days: number) => {
		const goal = goalIn(days, cards, 10, { daysOff: [addDays(planToday, days)] });
		return makePlan(planInput(cards, [goal])).today.map(({ reason }) => reason.kind);
	};
	expect(reasons(1)).toEqual(['relearn']);
	expect(reasons(7)).toEqual([]);
});

test('a card left in its steps comes first', () => {
	const cards: PlanCard[] = [
		knownCard(0, 3, 5),
		{ ...knownCard(1, 0.5, 0), state: 'relearning', due: { at: planNow } },
	];
	const { today } = makePlan(planInput(cards, [goalIn(7, cards, 10)]));
	expect(today[0]).toMatchObject({ id: planCardId(1), reason: { kind: 'relearn' } });
});

test('a card buried today takes no minutes of the day, and comes on later ones', () => {
	const all = Array.from({ length: 12 }, (_, index) => knownCard(index, 1, 2));
	const plain = makePlan(planInput(all, [goalIn(3, all, 1)]));
	const first = plain.today[0]?.id;
	const steps = { state: 'relearning', due: { at: planNow }, lastReviewedDay: planToday } as const;
	for (const change of [{}, steps]) {
		const cards = all.map((card) =>
			card.id === first ? { ...card, ...change, buriedThrough: planToday } : card,
		);
		const { today, goals } = makePlan(planInput(cards, [goalIn(3, cards, 1)]));
		expect(today.map(({ id }) => id)).not.toContain(first);
		expect(today.length).toBeGreaterThanOrEqual(plain.today.length);
		expect(goals[0]?.readiness.planned).toBeCloseTo(plain.goals[0]?.readiness.planned ?? 0, 1);
	}
});

test('what was studied today already is taken from today', () => {
	const cards = fresh(40);
	const goals = [goalIn(10, cards, 5)];
	const doneOf = (minutes: number) => new Map([[planCardId(39), minutes * 60]]);
	const done = makePlan(planInput(cards, goals, { secondsDone: doneOf(5) }));
	expect(done.today).toEqual([]);
	expect(done.days[0]?.minutes).toBe(0);
	expect(makePlan(planInput(cards, goals, { secondsDone: doneOf(3) })).today).toHaveLength(4);
});

test('a card is due because of what it would fall to', () => {
	const cards = [knownCard(0, 2, 1)];
	const { today } = makePlan(planInput(cards, [goalIn(0, cards, 5)]));
	expect(today[0]?.reason).toMatchObject({ kind: 'would-fall', on: planToday });
	expect(today[0]?.reason.kind === 'would-fall' && today[0].reason.retrievability).toBeCloseTo(
		0.9345,
		2,
	);
});

describe('an audition that is out of reach', () => {
	test('tells how many minutes a day would do, and they do', () => {
		const cards = fresh(60);
		const reach = (minutes: number) =>
			makePlan(planInput(cards, [goalIn(10, cards, minutes)])).goals[0]?.outOfReach;
		const short = reach(1);
		if (short?.reason !== 'too-little-time') throw new Error('It must be short of time.');
		expect(short.minutesPerDayNeeded).toBeGreaterThan(1);
		expect(reach(short.minutesPerDayNeeded)).toBeNull();
	});

	test('tells what is the most when no time would do', () => {
		const cards = fresh(20);
		const goal = goalIn(1, cards, 60, { daysOff: [addDays(planToday, 1)] });
		const input = planInput(cards, [goal], { desiredRetention: 0.99 });
		expect(makePlan(input).goals[0]?.outOfReach).toMatchObject({ reason: 'too-late' });
	});
});

test('without minutes, the plan finds those it needs', () => {
	const cards = fresh(40);
	const [goal] = makePlan(planInput(cards, [goalIn(14, cards, null)])).goals;
	expect(goal?.readiness.planned).toBeGreaterThan(0.94);
	expect(goal?.minutesPerDay).toBeLessThan(10);
});

test('the same cards for two auditions are ready for both', () => {
	const cards = Array.from({ length: 30 }, (_, index) => knownCard(index, 2, 3));
	const plan = makePlan(planInput(cards, [goalIn(20, cards, 5), goalIn(5, cards, 5)]));
	expect(plan.goals.map(({ daysLeft }) => daysLeft)).toEqual([5, 20]);
	for (const { readiness } of plan.goals) expect(readiness.planned).toBeGreaterThan(0.95);
});

test('an earlier audition with the same cards and few minutes takes nothing from a later one', () => {
	const cards = [
		...fresh(40),
		...Array.from({ length: 40 }, (_, index) => knownCard(40 + index, 3 + index, 2)),
	];
	const later = goalIn(14, cards, 6);
	const [alone] = makePlan(planInput(cards, [later])).goals;
	const plan = makePlan(planInput(cards, [goalIn(2, cards, 1), later]));
	const [soon, both] = plan.goals;
	expect(both?.readiness.planned).toBeGreaterThan((alone?.readiness.planned ?? 1) - 0.005);
	expect(soon?.readiness.planned).toBeGreaterThan((soon?.readiness.unplanned ?? 1) + 0.02);
	expect(both?.minutesPerDay).toBeLessThan((alone?.minutesPerDay ?? 0) + 0.5);
	for (const [index, { minutes }] of plan.days.entries())
		expect(minutes).toBeLessThanOrEqual((index <= 2 ? 7 : 6) + 1e-6);
});

test('an audition with few minutes for many cards takes no minutes from one that shares a card with it', () => {
	const cards = fresh(160);
	const [own, shared, others] = [cards.slice(0, 99), cards.slice(99, 100), cards.slice(100)];
	for (const [days, otherDays] of [
		[2, 7],
		[7, 6],
	] as const) {
		const other = goalIn(otherDays, [...shared, ...others], 5);
		const alone = makePlan(planInput(cards, [other])).goals[0];
		const both = makePlan(planInput(cards, [goalIn(days, [...own, ...shared], 1), other]));
		const beside = both.goals.find(({ id }) => id === other.id);
		expect(alone?.readiness.planned).toBeGreaterThan(0.8);
		expect(beside?.readiness.planned).toBeGreaterThan((alone?.readiness.planned ?? 1) - 0.02);
	}
});

test('auditions that are over, or ask for no cards, do no harm', () => {
	const cards = fresh(3);
	const over = goalIn(-1, cards, 5, { at: planNow - 1 });
	expect(makePlan(planInput(cards, [over]))).toEqual({ goals: [], days: [], today: [] });
	const empty = makePlan(planInput(cards, [goalIn(3, [], 5)]));
	expect(empty.today).toEqual([]);
	expect(empty.goals[0]).toMatchObject({ cards: 0, readiness: { planned: 0 }, outOfReach: null });
});

test('an audition a year ahead is planned as well', () => {
	const cards = fresh(30);
	const { days, goals } = makePlan(planInput(cards, [goalIn(365, cards, 2)]));
	expect(days).toHaveLength(366);
	expect(goals[0]?.readiness.planned).toBeGreaterThan(0.95);
	for (const { minutes } of days) expect(minutes).toBeLessThanOrEqual(2 + 1e-6);
});
