import type { GoalPlan } from '#lib/domain/audition/plan.ts';
import { percent } from '#lib/domain/statistics/percent.ts';

type Short = Pick<GoalPlan, 'outOfReach' | 'target' | 'daysLeft'>;

/**
 * Why a plan falls short and what can be done about it; null when it reaches what was asked.
 *
 * @param daysOff how many of the days left have no study
 */
export function outOfReachWords(
	{ outOfReach, target, daysLeft }: Short,
	daysOff: number,
): string | null {
	if (outOfReach === null) return null;
	const goal = `Your ${percent(target)} (the desired retention of your settings)`;
	if (outOfReach.reason === 'too-little-time') {
		const minutes = Math.ceil(outOfReach.minutesPerDayNeeded);
		return `${goal} is out of reach in this time: it would take about ${minutes} min a day. The plan makes the most of what there is.`;
	}
	const most = percent(outOfReach.bestReadiness);
	const open = daysLeft - daysOff;
	if (daysLeft > 0 && open <= 0)
		return `${goal} is out of reach: every day until then is off. About ${most} will be left.`;
	const left = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'until tomorrow' : `in ${daysLeft} days`;
	const when = daysOff > 0 ? ` on the ${open === 1 ? 'one day' : `${open} days`} not off` : '';
	return `${goal} is out of reach ${left}, however long you study${when}: about ${most} is the most there is. The plan goes for the cards that gain most.`;
}
