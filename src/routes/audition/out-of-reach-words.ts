import type { GoalPlan } from '#lib/domain/audition/plan.ts';
import { percent } from '#lib/domain/statistics/percent.ts';

/** Why a plan falls short and what can be done about it; null when it reaches what was asked. */
export function outOfReachWords({ outOfReach, target, daysLeft }: GoalPlan): string | null {
	if (outOfReach === null) return null;
	const goal = percent(target);
	if (outOfReach.reason === 'too-little-time') {
		const minutes = Math.ceil(outOfReach.minutesPerDayNeeded);
		return `${goal} is out of reach in this time: it would take about ${minutes} min a day. The plan makes the most of what there is.`;
	}
	const left = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'until tomorrow' : `in ${daysLeft} days`;
	return `${goal} is out of reach ${left}, however long you study: about ${percent(outOfReach.bestReadiness)} is the most there is. The plan goes for the cards that gain most.`;
}
