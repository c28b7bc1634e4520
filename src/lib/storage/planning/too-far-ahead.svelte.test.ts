import { expect, test } from 'vitest';
import { MOST_DAYS_AHEAD } from '#lib/domain/audition/audition.ts';
import { article, bench, DAY } from '#lib/storage/testing/testing-store.ts';
import { auditionOn, plannedIds, plannerOn, planOf, queueOf } from './testing-plan.ts';

test.each([3026, 9999])('an audition of the year %d is left unplanned', async (year) => {
	const on = await bench();
	await on.store.seed([article(30)]);
	await auditionOn(on, { at: Date.UTC(year, 5, 1, 10) });
	const planner = plannerOn(on);
	await on.store.refreshPlan(on.clock.moment(), planner);
	expect(planner.plans).toBe(0);
	expect(await on.store.dailyPlan()).toBeNull();
	expect(await queueOf(on)).toHaveLength((await on.store.settings()).newPerDay);
});

test('beside it others are planned, and reviews follow their plan', async () => {
	const on = await bench();
	await on.store.seed([article(30)]);
	await auditionOn(on, { at: Date.UTC(9999, 5, 1, 10) });
	const near = await auditionOn(on, { minutesPerDay: 2 });
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
	expect((await planOf(on)).goals.map(({ id }) => id)).toEqual([near.id]);
	expect(await queueOf(on)).toEqual(await plannedIds(on));
});

test('it is planned as soon as it is near enough', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const { id } = await auditionOn(on, { at: on.clock.at + (MOST_DAYS_AHEAD + 1) * DAY });
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
	expect(await on.store.dailyPlan()).toBeNull();
	on.clock.pass(DAY);
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
	expect((await planOf(on)).goals.map((goal) => goal.id)).toEqual([id]);
	expect(await queueOf(on)).toEqual(await plannedIds(on));
});
