import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import { PRICE_FLOOR } from '#lib/domain/programme/price-floor.ts';
import { problemOf } from '#lib/domain/programme/problem.ts';
import { solve } from '#lib/domain/programme/solve.ts';
import { byPlan, questionOf } from './by-plan.ts';
import { mean, pointOf, type Point } from './point.ts';
import { everyCard, lastPass, plainFsrs, type Policy } from './policies.ts';
import { model, preparedLearner, simulateMany, type Setting } from './simulate.ts';

export interface Comparison {
	readonly setting: Setting;
	/** Minutes on a day of study that nobody may exceed. */
	readonly budgetMinutes: number;
	/** The planner; the first with the price floor of the app, the others with less effort. */
	readonly plan: readonly Point[];
	/** Plain FSRS at 0.9. */
	readonly fsrs: Point;
	readonly lastPass: readonly Point[];
	readonly weakest: Point;
	/** Of learners who are as the model says, the least that any policy could forget; null for others. */
	readonly bound: Bound | null;
}

export interface Bound {
	/** Within the daily limit. */
	readonly inAll: number;
	/** And in no more minutes in all than plain FSRS at 0.9 takes without a limit. */
	readonly inFsrsMinutes: number;
}

export interface SettingResult {
	readonly setting: Setting;
	/** Without a daily limit. */
	readonly fsrs: readonly Point[];
	readonly everyCard: Point;
}

const RETENTIONS = [0.8, 0.85, 0.9, 0.93, 0.95, 0.97];
const EFFORTS = [1, 3, 6, 12].map((factor) => factor * PRICE_FLOOR);
/** Days of study shorter than this are put together, with days off between: half a minute has room for one new card. */
const LEAST_MINUTES = 1;

/**
 * @param shares daily budgets, as shares of what plain FSRS at 0.9 takes on a mean day
 * @param tell is given each comparison when it is done
 */
export function runSetting(
	setting: Setting,
	learners: number,
	shares: readonly number[],
	tell: (result: SettingResult, comparison: Comparison) => void,
): void {
	const run = (policy: Policy, budget = Infinity, of = setting) =>
		pointOf(policy.name, simulateMany(policy, of, budget, learners));
	const fsrs = RETENTIONS.map((retention) => run(plainFsrs(model, retention)));
	const usual = fsrs[2]?.minutes ?? 0;
	const result = { setting, fsrs, everyCard: run(everyCard) };
	for (const share of shares) {
		const meanDay = (share * usual) / setting.days;
		const every = Math.min(setting.days, Math.ceil(LEAST_MINUTES / meanDay));
		const own = { ...setting, every };
		const budgetMinutes = meanDay * every;
		const budget = budgetMinutes * 60;
		tell(result, {
			setting: own,
			budgetMinutes,
			plan: EFFORTS.map((floor) => run(byPlan(budget, { floor }), budget, own)),
			fsrs: run(plainFsrs(model, 0.9), budget, own),
			lastPass: RETENTIONS.map((retention) => run(lastPass(model, retention), budget, own)),
			weakest: run(everyCard, budget, own),
			bound: setting.isTrue ? boundOf(own, budgetMinutes, usual, learners) : null,
		});
	}
}

/**
 * What no policy could exceed for these learners, if they are as the model says. The rule that new cards come early is no
 * part of it.
 *
 * @param usual minutes in all that the second bound allows
 */
function boundOf(setting: Setting, budgetMinutes: number, usual: number, learners: number): Bound {
	const { days, every = 1, cards } = setting;
	const bounds = Array.from({ length: learners }, (_, index) => {
		const learner = preparedLearner(setting, 1000 + index);
		const problem = problemOf(questionOf(learner, 0, { days, every }, 0));
		for (const { items } of problem.groups) items.late.fill(0);
		const { nodes } = dayBudgets(problem, () => budgetMinutes);
		const allowed = nodes.reduce((sum, own) => sum + own.reduce((a, b) => a + b, 0), 0);
		return [1e-6, 1 / 3000, 1 / 900, 1 / 450, 1 / 250].map((floor) => {
			const { bound } = solve(problem, nodes, { floor, rounds: 12, enough: 0.0005 });
			return { bound, less: floor * (allowed - usual * 60) };
		});
	});
	const recalled = bounds.map((own) => Math.min(...own.map(({ bound }) => bound)) / cards);
	const inMinutes = bounds.map(
		(own) => Math.min(...own.map(({ bound, less }) => bound - less)) / cards,
	);
	return {
		inAll: 1 - mean(recalled),
		inFsrsMinutes: Math.max(1 - mean(recalled), 1 - mean(inMinutes)),
	};
}
