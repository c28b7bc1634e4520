import { PRICE_FLOOR } from '#lib/domain/audition/price-floor.ts';
import { byPlan, everyCard, lastPass, plainFsrs, questionOf, type Policy } from './policies.ts';
import { dayBudgets } from '#lib/domain/audition/day-budgets.ts';
import { problemOf } from '#lib/domain/audition/problem.ts';
import { solve } from '#lib/domain/audition/solve.ts';
import { model, preparedLearner, simulateMany, type Result, type Setting } from './simulate.ts';

/** A policy's results over all learners. */
export interface Point {
	readonly name: string;
	readonly minutes: number;
	readonly peakMinutes: number;
	/** Share of the cards not recalled on the day. */
	readonly forgotten: number;
	/** Mean of that share over the worst tenth of the learners. */
	readonly worstDecile: number;
	readonly recallLater: number;
	readonly peakDueAfter: number;
	/** Standard error of `forgotten`. */
	readonly error: number;
}

export interface Comparison {
	readonly setting: Setting;
	/** Minutes a day that nobody may exceed; infinite: none. */
	readonly budgetMinutes: number;
	/** The planner; the first with the price floor of the app, the others with more or less effort. */
	readonly plan: readonly Point[];
	/** Plain FSRS at 0.9. */
	readonly fsrs: Point;
	readonly lastPass: readonly Point[];
	readonly weakest: Point;
}

export interface SettingResult {
	readonly setting: Setting;
	/** Without a daily limit. */
	readonly fsrs: readonly Point[];
	readonly everyCard: Point;
	readonly comparisons: readonly Comparison[];
}

const RETENTIONS = [0.8, 0.85, 0.9, 0.93, 0.95, 0.97];
const EFFORTS = [1, 2, 4, 8, 20, 1 / 4].map((factor) => factor * PRICE_FLOOR);

/** @param shares daily budgets, as shares of what plain FSRS at 0.9 takes on a mean day */
export function runSetting(
	setting: Setting,
	learners: number,
	shares: readonly number[],
): SettingResult {
	const run = (policy: Policy, budget = Infinity) =>
		pointOf(policy.name, simulateMany(policy, setting, budget, learners));
	const fsrs = RETENTIONS.map((retention) => run(plainFsrs(model, retention)));
	const usual = fsrs[2]?.minutes ?? 0;
	const comparisons = shares.map((share): Comparison => {
		const budgetMinutes = (share * usual) / setting.days;
		const budget = budgetMinutes * 60;
		return {
			setting,
			budgetMinutes,
			plan: EFFORTS.map((floor) => run(byPlan(budget, { floor }), budget)),
			fsrs: run(plainFsrs(model, 0.9), budget),
			lastPass: RETENTIONS.map((retention) => run(lastPass(model, retention), budget)),
			weakest: run(everyCard, budget),
		};
	});
	return { setting, fsrs, everyCard: run(everyCard), comparisons };
}

/** What no policy could exceed for these learners within a daily budget, if they are as the model says; mean recall. */
export function upperBound(setting: Setting, budgetMinutes: number, learners: number): number {
	let sum = 0;
	for (let index = 0; index < learners; index++) {
		const question = questionOf(preparedLearner(setting, 1000 + index), 0, setting.days, 0);
		const problem = problemOf(question);
		const { nodes } = dayBudgets(problem, () => budgetMinutes);
		sum += solve(problem, nodes, { floor: 1e-6, rounds: 40, enough: 0.001 }).bound / setting.cards;
	}
	return sum / learners;
}

function pointOf(name: string, results: readonly Result[]): Point {
	const mean = (key: keyof Result) =>
		results.reduce((sum, result) => sum + result[key], 0) / results.length;
	const recalls = results.map(({ recall }) => recall).sort((a, b) => a - b);
	const worst = recalls.slice(0, Math.max(1, Math.round(recalls.length / 10)));
	const recall = mean('recall');
	const variance = recalls.reduce((sum, x) => sum + (x - recall) ** 2, 0) / (recalls.length - 1);
	return {
		name,
		minutes: mean('minutes'),
		peakMinutes: mean('peakMinutes'),
		forgotten: 1 - recall,
		worstDecile: 1 - worst.reduce((a, b) => a + b, 0) / worst.length,
		recallLater: mean('recallLater'),
		peakDueAfter: mean('peakDueAfter'),
		error: Math.sqrt(variance / recalls.length),
	};
}

/** What a tuned policy forgets in so many minutes: on the lower hull of its points, and level beyond its last. */
export function forgottenAt(points: readonly Point[], minutes: number): number {
	let least = Infinity;
	for (const a of points)
		for (const b of points) {
			if (a.minutes > minutes) continue;
			if (b.minutes <= minutes) {
				least = Math.min(least, b.forgotten);
				continue;
			}
			const part = (minutes - a.minutes) / (b.minutes - a.minutes);
			least = Math.min(least, a.forgotten + part * (b.forgotten - a.forgotten));
		}
	return least;
}
