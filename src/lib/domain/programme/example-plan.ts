import type { CardId } from '#lib/domain/cards/ids.ts';
import { auditionId, cardId, deckId, noteId } from '#lib/domain/cards/ids.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { dayBudgets, type Budgets } from './day-budgets.ts';
import type { Flow } from './flow.ts';
import { normalFlow } from './normal-flow.ts';
import { defaultStudySeconds, type Goal, type PlanCard, type PlanInput } from './plan-input.ts';
import { problemOf, type Problem } from './problem.ts';
import { solve, type Solution } from './solve.ts';

const DAY_MS = 86_400_000;

/** For tests: the study day that plans begin on, at noon. */
export const planToday = 20_000 as StudyDay;
export const planNow = planToday * DAY_MS + 12 * 3_600_000;

/** For tests: the deck of all cards. */
export const planDeck = deckId('deck');

export const planCardId = (index: number): CardId => cardId(noteId(`n${index}`), 'answer');

/** For tests: a card never seen. */
export function freshCard(index: number): PlanCard {
	return {
		id: planCardId(index),
		deckId: planDeck,
		memory: null,
		lastReviewedAt: null,
		lastReviewedDay: null,
		due: null,
		state: 'new',
		buriedThrough: null,
	};
}

/** For tests: a card in review, due when its retrievability falls to 90 %. */
export function knownCard(
	index: number,
	stability: number,
	daysAgo: number,
	difficulty = 5,
): PlanCard {
	const lastReviewedDay = addDays(planToday, -daysAgo);
	return {
		id: planCardId(index),
		deckId: planDeck,
		memory: { stability, difficulty },
		lastReviewedAt: planNow - daysAgo * DAY_MS,
		lastReviewedDay,
		due: { day: addDays(lastReviewedDay, Math.max(1, Math.round(stability))) },
		state: 'review',
		buriedThrough: null,
	};
}

/** For tests: an audition on all of some cards, at noon. */
export function goalIn(
	days: number,
	cards: readonly PlanCard[],
	minutesPerDay: number | null,
	changes: Partial<Goal> = {},
): Goal {
	return {
		id: auditionId(`in ${days} days`),
		name: `In ${days} days`,
		at: planNow + days * DAY_MS + 60_000 * (days === 0 ? 180 : 0),
		day: addDays(planToday, days),
		cardIds: cards.map(({ id }) => id),
		minutesPerDay,
		daysOff: [],
		...changes,
	};
}

/** For tests: the question of a plan. */
export function planInput(
	cards: readonly PlanCard[],
	goals: readonly Goal[],
	changes: Partial<PlanInput> = {},
): PlanInput {
	return {
		now: planNow,
		today: planToday,
		cards,
		goals,
		parameters: defaultParameters,
		seconds: defaultStudySeconds,
		secondsDone: new Map(),
		desiredRetention: 0.9,
		maximumIntervalDays: 36_500,
		newPerDay: new Map([[planDeck, 10]]),
		...changes,
	};
}

/** For tests: what a plan is made of, with the minutes that each audition names. */
export function solved(input: PlanInput): {
	readonly problem: Problem;
	readonly budgets: Budgets;
	readonly solution: Solution;
	readonly unplanned: Flow;
} {
	const problem = problemOf(input);
	const budgets = dayBudgets(problem, ({ minutesPerDay }) => minutesPerDay ?? 0);
	const solution = solve(problem, budgets.nodes);
	return { problem, budgets, solution, unplanned: normalFlow(problem, solution) };
}
