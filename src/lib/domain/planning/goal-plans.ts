import type { GoalPlan, OutOfReach } from '#lib/domain/audition/plan.ts';
import type { AuditionId } from '#lib/domain/cards/ids.ts';
import type { Budgets } from '#lib/domain/programme/day-budgets.ts';
import type { Flow } from '#lib/domain/programme/flow.ts';
import type { Goal } from '#lib/domain/programme/plan-input.ts';
import type { Problem } from '#lib/domain/programme/problem.ts';
import type { Solution } from '#lib/domain/programme/solve.ts';
import { minutesNeeded, readinessOf } from './minutes-needed.ts';

const DAY_MS = 86_400_000;
/** Minutes: there are no more in a day. */
const ALL_DAY = 24 * 60;
/** Predictions are not finer than this. */
const ABOUT = 0.005;

/** What a plan comes to for each audition. */
export function goalPlans(
	problem: Problem,
	budgets: Budgets,
	solution: Solution,
	unplanned: Flow,
): GoalPlan[] {
	const { goals, sizes, groups, input, course } = problem;
	const nodes = course.days.length;
	const planned = readinessOf(problem, solution);
	const without = readinessOf(problem, { ...solution, flow: unplanned });
	const target = input.desiredRetention;
	return goals.map((goal, index): GoalPlan => {
		const seconds = solution.flow.seconds.subarray(index * nodes, (index + 1) * nodes);
		const days = budgets.days[index]?.filter((budget) => budget > 0).length ?? 0;
		const size = sizes[index] ?? 0;
		const isShort = size > 0 && (planned[index] ?? 0) < target - ABOUT;
		return {
			id: goal.id,
			cards: size,
			readiness: {
				now: untouched(index, input.now),
				untouched: untouched(index, goal.at),
				planned: planned[index] ?? 0,
				unplanned: without[index] ?? 0,
			},
			daysLeft: goal.day - input.today,
			minutesPerDay: seconds.reduce((a, b) => a + b, 0) / 60 / Math.max(1, days),
			target,
			sharesWith: sharing(index),
			outOfReach: isShort ? whyOutOfReach(goal, index) : null,
		};
	});

	function sharing(index: number): AuditionId[] {
		const together = groups.filter((group) => group.goals.includes(index));
		const others = new Set(together.flatMap((group) => group.goals));
		return goals.flatMap(({ id }, goal) => (goal !== index && others.has(goal) ? [id] : []));
	}

	function whyOutOfReach(goal: Goal, index: number): OutOfReach {
		const { best, minutesOf } = minutesNeeded(input, (each) => each === goal, {
			target,
			most: ALL_DAY,
			minutesOf: budgets.minutesOf,
		});
		return (best[index] ?? 0) < target - ABOUT
			? { reason: 'too-late', bestReadiness: best[index] ?? 0 }
			: { reason: 'too-little-time', minutesPerDayNeeded: minutesOf(goal) };
	}

	/** Mean recall at an instant if nothing more is studied; cards that came without a date count as seen just now. */
	function untouched(index: number, at: number): number {
		let sum = 0;
		for (const { id, memory, lastReviewedAt } of input.cards)
			if (memory && problem.has(index, id))
				sum += problem.memory.retrievability(
					Math.max(0.001, memory.stability),
					Math.max(0, at - (lastReviewedAt ?? input.now)) / DAY_MS,
				);
		return sum / Math.max(1, sizes[index] ?? 0);
	}
}
