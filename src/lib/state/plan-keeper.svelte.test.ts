import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { plannerOn } from '#lib/storage/planning/testing-plan.ts';
import {
	article,
	bench,
	DAY,
	firstCard,
	MINUTE,
	rate,
	tab,
} from '#lib/storage/testing/testing-store.ts';
import { PlanKeeper } from './plan-keeper.ts';
import { appOn } from './testing-app.ts';

/**
 * Starts a keeper; it has come to rest when the test ends.
 * @returns has it look, once it is done with what it looks at by itself: it looks at one thing at a time
 */
function start(keeper: PlanKeeper): () => Promise<void> {
	const look = keeper.look.bind(keeper);
	const looks = new Set<Promise<void>>();
	vi.spyOn(keeper, 'look').mockImplementation(() => {
		const looking = look().finally(() => looks.delete(looking));
		looks.add(looking);
		return looking;
	});
	const rested = async () => {
		while (looks.size > 0) await Promise.all(looks);
	};
	const stop = keeper.start();
	onTestFinished(async () => {
		stop();
		await rested();
	});
	return async () => {
		await rested();
		await keeper.look();
	};
}

/** An audition in ten days, and a keeper that made its first plan. */
async function kept() {
	const on = await bench();
	await on.store.seed([article(8)]);
	const draft = { id: null, name: 'Hedda', at: on.clock.at + 10 * DAY, minutesPerDay: 2 };
	const audition = await on.store.saveAudition(draft);
	const planner = plannerOn(on);
	const keeper = new PlanKeeper(await appOn(on), planner);
	const look = start(keeper);
	const plans = () => planner.plans;
	await expect.poll(async () => (await on.store.dailyPlan())?.plan ?? null).not.toBeNull();
	return { on, audition, look, plans, moment: () => on.clock.moment() };
}

describe('the plan is made anew', () => {
	test('after a change, in this tab or another', async () => {
		const { on, plans } = await kept();
		expect(plans()).toBe(1);
		await on.store.changeSettings({ desiredRetention: 0.8 });
		await expect.poll(plans).toBe(2);
		await (await tab(on)).store.changeSettings({ desiredRetention: 0.85 });
		await expect.poll(plans).toBe(3);
	});

	test('on a new day, though a session of the day before was left open', async () => {
		const { on, look, plans, moment } = await kept();
		await on.store.startSession(null, moment());
		on.clock.pass(DAY);
		await look();
		expect(plans()).toBe(2);
	});

	test('after a session, and not during one', async () => {
		const { on, look, plans, moment } = await kept();
		await on.store.startSession(null, moment());
		await rate(on, await firstCard(on), 3);
		await look();
		expect(plans()).toBe(1);
		await on.store.endSession();
		await look();
		expect(plans()).toBe(2);
	});

	test('when a session has come to a rest', async () => {
		const { on, look, plans, moment } = await kept();
		await on.store.startSession(null, moment());
		await rate(on, await firstCard(on), 3);
		on.clock.pass(3 * MINUTE);
		await look();
		expect(plans()).toBe(2);
	});

	test('during a session when the audition is another now', async () => {
		const { on, audition, plans, moment } = await kept();
		await on.store.startSession(null, moment());
		await on.store.saveAudition({ ...audition, minutesPerDay: 5 });
		await expect.poll(plans).toBe(2);
	});
});

describe('a plan that failed', () => {
	async function failed() {
		const on = await bench();
		await on.store.seed([article(8)]);
		await on.store.saveAudition({ id: null, name: 'Hedda', at: on.clock.at + DAY });
		await on.store.refreshPlan(on.clock.moment(), () => Promise.reject(new Error('No memory.')));
		return on;
	}

	test('is tried again on the next start', async () => {
		const on = await failed();
		const planner = plannerOn(on);
		start(new PlanKeeper(await appOn(on), planner));
		await expect.poll(async () => (await on.store.dailyPlan())?.problem).toBeNull();
		expect(planner.plans).toBe(1);
	});

	test('is not tried at every look, but when it is asked for', async () => {
		const on = await failed();
		let tries = 0;
		const failing = () => Promise.reject(new Error(`Try ${++tries}.`));
		const look = start(new PlanKeeper(await appOn(on), failing));
		const problem = async () => (await on.store.dailyPlan())?.problem;
		await expect.poll(problem).toBe('Try 1.');
		await look();
		expect(tries).toBe(1);
		await on.store.retryPlan();
		await expect.poll(problem).toBe('Try 2.');
	});

	test('is forgotten, and one that was made is not', async () => {
		const { on } = await kept();
		const before = await on.store.dailyPlan();
		await on.store.retryPlan();
		expect(await on.store.dailyPlan()).toEqual(before);
	});
});
