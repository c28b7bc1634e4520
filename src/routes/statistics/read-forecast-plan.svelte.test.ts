import { expect, test } from 'vitest';
import { auditionOn, planned, plannerOn } from '#lib/storage/planning/testing-plan.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	MINUTE,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { readForecastPlan } from './read-forecast-plan.ts';

function read({ store, clock }: Bench) {
	const { at: now, studyDay: today } = clock.moment();
	return readForecastPlan(store, { now, today });
}

test('a plan of the day is in the forecast, from today to the audition', async () => {
	const on = await bench();
	expect(await read(on)).toBeNull();
	const audition = await planned(on, article(10), { minutesPerDay: 3 });
	expect((await read(on))?.days).toHaveLength(11);
	await on.store.saveAudition({ ...audition, minutesPerDay: 4 });
	expect(await read(on)).toBeNull();
});

test('a plan of another day is not', async () => {
	const on = await bench();
	await planned(on, article(10), { minutesPerDay: 3 });
	on.clock.pass(DAY);
	expect(await read(on)).toBeNull();
});

test('after the audition, what waits is told and no plan', async () => {
	const on = await bench();
	await on.store.seed([article(40)]);
	for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 4);
	on.clock.pass(40 * DAY);
	await auditionOn(on, { at: on.clock.at + MINUTE });
	on.clock.pass(2 * MINUTE);
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
	expect(await read(on)).toEqual({ days: [], held: 35, heldPerDay: 5 });
});
