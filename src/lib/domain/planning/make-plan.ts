import type { Plan } from '#lib/domain/audition/plan.ts';
import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import { normalFlow } from '#lib/domain/programme/normal-flow.ts';
import type { Goal, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { problemOf } from '#lib/domain/programme/problem.ts';
import { solve } from '#lib/domain/programme/solve.ts';
import { chooseToday } from './choose-today.ts';
import { goalPlans } from './goal-plans.ts';
import { minutesNeeded } from './minutes-needed.ts';
import { planDays } from './plan-days.ts';
import { plannedCard } from './planned-card.ts';

/**
 * What to study until the auditions. The same input gives the same plan.
 *
 * For each card the best day of its next study follows from a dynamic programme over stability and difficulty, backwards
 * from its last audition; a price for each day's seconds makes the minutes a day hold for all cards together. A card of
 * several auditions counts in each of them, and those may share their minutes (`shared-minutes.ts`).
 */
export function makePlan(input: PlanInput): Plan {
	const problem = problemOf(input);
	if (problem.goals.length === 0) return { goals: [], days: [], today: [] };
	const open = problem.goals.some(({ minutesPerDay }) => minutesPerDay === null)
		? minutesNeeded(input, ({ minutesPerDay }) => minutesPerDay === null, {
				target: wished(input),
				most: MOST_UNASKED,
				minutesOf: own,
			})
		: null;
	const minutesOf = open?.minutesOf ?? own;
	const budgets = dayBudgets(problem, minutesOf);
	const solution = solve(problem, budgets.nodes);
	const unplanned = normalFlow(problem, solution);
	return {
		goals: goalPlans(problem, budgets, solution, unplanned),
		days: planDays(problem, budgets, solution.flow, unplanned),
		today: chooseToday(problem, solution).flatMap((chosen) => plannedCard(problem, chosen) ?? []),
	};
}

/** Minutes a day that are planned for at most when none are given. */
const MOST_UNASKED = 240;

function own({ minutesPerDay }: Goal): number {
	return minutesPerDay ?? 0;
}

/** The readiness that is planned for when no minutes are given: half as much forgotten as normal scheduling allows. */
function wished({ desiredRetention }: PlanInput): number {
	return 1 - (1 - desiredRetention) / 2;
}
