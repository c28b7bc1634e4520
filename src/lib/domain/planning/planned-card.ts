import type { PlannedCard } from '#lib/domain/audition/plan.ts';
import type { Problem } from '#lib/domain/programme/problem.ts';
import type { Chosen } from './choose-today.ts';

const DAY_MS = 86_400_000;

/** A card of today with the reason it is there, in data. */
export function plannedCard(
	problem: Problem,
	{ card, again, seconds }: Chosen,
): PlannedCard | null {
	const { memory, lastReviewedAt } = card;
	const left = (at: number) =>
		memory
			? problem.memory.retrievability(
					Math.max(0.001, memory.stability),
					Math.max(0, at - (lastReviewedAt ?? problem.input.now)) / DAY_MS,
				)
			: 0;
	const [first, ...others] = problem.goals.filter((_, goal) => problem.has(goal, card.id));
	if (!first) return null;
	const goal = others.reduce(
		(most, each) => (left(each.at) < left(most.at) - 1e-9 ? each : most),
		first,
	);
	const fall = { retrievability: left(goal.at), on: goal.day };
	return {
		id: card.id,
		goal: goal.id,
		seconds,
		reason: again
			? { kind: 'relearn', ...fall }
			: memory
				? { kind: 'would-fall', ...fall }
				: { kind: 'fresh', on: goal.day },
	};
}
