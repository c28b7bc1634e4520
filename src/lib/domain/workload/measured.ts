import { defaultStudySeconds, type StudySeconds } from '#lib/domain/programme/plan-input.ts';
import type { Counts } from '#lib/domain/statistics/counts.ts';
import { usualShares, type AnswerShares } from './workload-input.ts';

/** Answers of a kind without which what is usual is assumed. */
const ENOUGH = 20;

export interface Measured {
	readonly seconds: StudySeconds;
	readonly shares: AnswerShares;
	/** Whether the seconds of reviews are this person's own. */
	readonly isOwn: boolean;
}

/** How long this person takes and how they rate, from the totals of many days. */
export function measured(totals: readonly Counts[]): Measured {
	const sum = (name: keyof Counts) => totals.reduce((all, counts) => all + counts[name], 0);
	const [introduced, reviews, forgotten] = [sum('introduced'), sum('reviews'), sum('forgotten')];
	const stepsMs = Math.max(0, sum('durationMs') - sum('introducedMs') - sum('reviewsMs'));
	const steps = introduced + forgotten > 0 ? stepsMs / 1000 / (introduced + forgotten) : 0;
	const review = reviews > 0 ? sum('reviewsMs') / 1000 / reviews : 0;
	const isOwn = reviews >= ENOUGH;
	const passed = sum('remembered');
	const share = (young: keyof Counts, mature: keyof Counts) => (sum(young) + sum(mature)) / passed;
	return {
		isOwn,
		seconds: {
			fresh:
				introduced >= ENOUGH
					? sum('introducedMs') / 1000 / introduced + steps
					: defaultStudySeconds.fresh,
			remembered: isOwn ? review : defaultStudySeconds.remembered,
			forgotten: isOwn ? review + steps : defaultStudySeconds.forgotten,
		},
		shares: {
			first: usualShares.first,
			passed:
				passed >= ENOUGH
					? [
							share('youngHard', 'matureHard'),
							share('youngGood', 'matureGood'),
							share('youngEasy', 'matureEasy'),
						]
					: usualShares.passed,
		},
	};
}
