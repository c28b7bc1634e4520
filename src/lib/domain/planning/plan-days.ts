import type { PlanDay } from '#lib/domain/audition/plan.ts';
import type { Budgets } from '#lib/domain/programme/day-budgets.ts';
import type { Flow } from '#lib/domain/programme/flow.ts';
import type { Problem } from '#lib/domain/programme/problem.ts';
import { addDays } from '#lib/domain/time/study-day.ts';

/** The days of a plan, each by itself: what a node of several days takes is shared among them by their minutes. */
export function planDays(
	problem: Problem,
	budgets: Budgets,
	planned: Flow,
	unplanned: Flow,
): PlanDay[] {
	const { course, goals, sizes, input } = problem;
	const nodes = course.days.length;
	const due = dueByDay(problem);
	return course.days.flatMap((first, v) =>
		Array.from({ length: course.lengths[v] ?? 1 }, (_, after): PlanDay => {
			const index = first + after;
			const taken = secondsOn(planned, v, index);
			const part = partOn(planned, v, index);
			const unplannedCards = (unplanned.reviews[v] ?? 0) + (unplanned.fresh[v] ?? 0);
			return {
				day: addDays(input.today, index),
				minutes: taken / 60,
				reviews: (planned.reviews[v] ?? 0) * part,
				fresh: (planned.fresh[v] ?? 0) * part,
				unplanned: unplannedCards * partOn(unplanned, v, index),
				due: due[index] ?? 0,
				readiness: goals.flatMap(({ id }, goal) =>
					(problem.ends[goal] ?? 0) < v
						? []
						: [
								{
									goal: id,
									planned: on(planned, goal, v, after),
									unplanned: on(unplanned, goal, v, after),
								},
							],
				),
			};
		}),
	);

	/** Seconds that a day takes of what its node does. */
	function secondsOn({ seconds }: Flow, v: number, index: number): number {
		return goals.reduce((sum, _, p) => sum + (seconds[p * nodes + v] ?? 0) * share(p, v, index), 0);
	}

	function partOn(flow: Flow, v: number, index: number): number {
		const all = goals.reduce((sum, _, p) => sum + (flow.seconds[p * nodes + v] ?? 0), 0);
		return all > 0 ? secondsOn(flow, v, index) / all : 0;
	}

	/** A day's part of its node. */
	function share(pool: number, v: number, index: number): number {
		const all = budgets.nodes[pool]?.[v] ?? 0;
		if ((course.lengths[v] ?? 1) === 1) return 1;
		if (all === Infinity) return 1 / (course.lengths[v] ?? 1);
		return all > 0 ? (budgets.days[pool]?.[index] ?? 0) / all : 0;
	}

	/** Readiness on a day, on a straight line between nodes. */
	function on({ recalled }: Flow, goal: number, v: number, after: number): number {
		const cards = Math.max(1, sizes[goal] ?? 0);
		const here = recalled[goal * nodes + v] ?? 0;
		const next = recalled[goal * nodes + v + 1] ?? here;
		return after === 0
			? here / cards
			: (here + ((next - here) * after) / (course.lengths[v] ?? 1)) / cards;
	}
}

/** How many cards are due on each day as they are scheduled now, up to their last audition. */
function dueByDay(problem: Problem): Float64Array {
	const { input, goals, course } = problem;
	const counts = new Float64Array((course.days.at(-1) ?? 0) + 1);
	for (const { id, due } of input.cards) {
		if (due === null) continue;
		const asking = goals.filter((_, goal) => problem.has(goal, id));
		const last = Math.max(-1, ...asking.map(({ day }) => day - input.today));
		const index = 'day' in due ? Math.max(0, due.day - input.today) : 0;
		if (index <= last) counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}
