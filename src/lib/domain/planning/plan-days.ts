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
	return course.days.flatMap((first, v) =>
		Array.from({ length: course.lengths[v] ?? 1 }, (_, after): PlanDay => {
			const index = first + after;
			const seconds = goals.map(
				(_, p) => (planned.seconds[p * nodes + v] ?? 0) * share(p, v, index),
			);
			const all = goals.reduce((sum, _, p) => sum + (planned.seconds[p * nodes + v] ?? 0), 0);
			const taken = seconds.reduce((a, b) => a + b, 0);
			const part = all > 0 ? taken / all : 0;
			return {
				day: addDays(input.today, index),
				minutes: taken / 60,
				reviews: (planned.reviews[v] ?? 0) * part,
				fresh: (planned.fresh[v] ?? 0) * part,
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
