import { expect, test } from 'vitest';
import { byPlan } from '../bench/planner/by-plan.ts';
import { lastPass, plainFsrs } from '../bench/planner/policies.ts';
import { model, simulateMany } from '../bench/planner/simulate.ts';

/*
 * A small part of `npm run bench:planner`, with the same learners each time: 40 cards, 14 days, and a memory that differs
 * from what the app believes. All within 2.4 minutes a day.
 */
const setting = { cards: 40, days: 14, isTrue: false };
const budget = 2.4 * 60;

function mean(results: readonly { recall: number; minutes: number; peakMinutes: number }[]) {
	const of = (key: 'recall' | 'minutes' | 'peakMinutes') =>
		results.reduce((sum, result) => sum + result[key], 0) / results.length;
	return { forgotten: 1 - of('recall'), minutes: of('minutes'), peak: of('peakMinutes') };
}

test('a learner who follows the plan forgets less than by plain FSRS or a last pass in as many minutes', () => {
	const run = (policy: ReturnType<typeof byPlan>) => mean(simulateMany(policy, setting, budget, 4));
	const plan = run(byPlan(budget));
	const fsrs = run(plainFsrs(model, 0.95));
	const pass = run(lastPass(model, 0.93));
	expect(plan.peak).toBeLessThan(2.4 + 20 / 60);
	expect(plan.minutes).toBeLessThan(Math.min(fsrs.minutes, pass.minutes) * 1.15);
	expect(plan.forgotten).toBeLessThan(0.7 * fsrs.forgotten);
	expect(plan.forgotten).toBeLessThan(pass.forgotten + 0.002);
}, 120_000);

test('a learner with hardly a minute a day forgets no more by the plan than by a last pass', () => {
	const short = { cards: 40, days: 14, isTrue: true };
	const run = (policy: ReturnType<typeof byPlan>) => mean(simulateMany(policy, short, 64, 6));
	const plan = run(byPlan(64));
	const pass = run(lastPass(model, 0.93));
	expect(plan.peak).toBeLessThan((64 + 20) / 60);
	expect(plan.forgotten).toBeLessThan(pass.forgotten);
}, 120_000);
