import { describe, expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import {
	article,
	bench,
	DAY,
	MINUTE,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { auditionOn, plannerOn, queueOf } from './testing-plan.ts';

const ROSMER = deckId('rosmer');
const NORA = deckId('nora');

/** Two decks of cards that all fell due long ago, and no new ones. */
async function overdue(cards: number): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(cards, ROSMER), article(cards, NORA)]);
	await on.store.changeSettings({ newPerDay: 0 });
	for (const deck of [ROSMER, NORA])
		for (const card of await on.store.cardsOf(deck)) await rated(on, card, 4);
	on.clock.pass(40 * DAY);
	return on;
}

const refresh = (on: Bench) => on.store.refreshPlan(on.clock.moment(), plannerOn(on));
const toldOf = ({ store, clock }: Bench) => store.dueTomorrow(clock.moment(), null);

/** Does the queue of the day, until the plan has nothing more for it. */
async function doTheDay(on: Bench): Promise<void> {
	const ids = await queueOf(on);
	for (const id of ids) {
		const card = await on.store.card(id);
		if (card) await rated(on, card, 4);
	}
	await refresh(on);
	if (ids.length > 0) await doTheDay(on);
}

async function nextMorning(on: Bench): Promise<number> {
	on.clock.pass(DAY);
	await refresh(on);
	return (await queueOf(on)).length;
}

test('an audition that is over by the evening leaves no heap, though another left one before', async () => {
	const on = await overdue(40);
	await auditionOn(on, { at: on.clock.at - DAY, deckIds: [ROSMER] });
	await auditionOn(on, { at: on.clock.at + 60 * MINUTE, deckIds: [NORA], minutesPerDay: 0 });
	await refresh(on);
	const morning = await queueOf(on);
	expect(morning.length).toBeGreaterThan(0);
	expect(morning.length).toBeLessThan(10);
	on.clock.pass(120 * MINUTE);
	await refresh(on);
	const evening = await queueOf(on);
	expect(evening.filter((id) => id.startsWith(ROSMER))).toEqual(morning);
	expect(evening.length).toBeGreaterThan(morning.length);
	expect(evening.length).toBeLessThan(20);
	await doTheDay(on);
	expect(await queueOf(on)).toEqual([]);
});

describe('tomorrow is told without the heap', () => {
	test('in the days after an audition', async () => {
		const on = await overdue(40);
		await auditionOn(on, { at: on.clock.at - DAY });
		await refresh(on);
		for (let day = 0; day < 15; day++) {
			await doTheDay(on);
			const told = await toldOf(on);
			expect(told).toBeLessThan(10);
			expect(await nextMorning(on)).toBe(told);
		}
	});

	test('on the day of an audition, before it and after', async () => {
		const on = await overdue(40);
		await auditionOn(on, { at: on.clock.at + 60 * MINUTE, minutesPerDay: 1 });
		await refresh(on);
		await doTheDay(on);
		const told = await toldOf(on);
		expect(told).toBeGreaterThan(0);
		expect(told).toBeLessThan(10);
		on.clock.pass(120 * MINUTE);
		await refresh(on);
		await doTheDay(on);
		expect(Math.abs((await toldOf(on)) - told)).toBeLessThanOrEqual(1);
		expect(Math.abs((await nextMorning(on)) - told)).toBeLessThanOrEqual(1);
	});

	test('while another audition is ahead, and with tomorrow’s share of it', async () => {
		const on = await overdue(40);
		await auditionOn(on, { at: on.clock.at - DAY, deckIds: [ROSMER] });
		await auditionOn(on, { deckIds: [NORA], minutesPerDay: 0 });
		await refresh(on);
		await doTheDay(on);
		const told = await toldOf(on);
		expect(told).toBeGreaterThanOrEqual(3);
		expect(await nextMorning(on)).toBe(told);
	});

	test('when one of two auditions is today: its cards are scheduled normally then', async () => {
		const on = await overdue(40);
		await auditionOn(on, { at: on.clock.at + 60 * MINUTE, deckIds: [ROSMER], minutesPerDay: 0 });
		await auditionOn(on, { deckIds: [NORA], minutesPerDay: 0 });
		await refresh(on);
		const told = await toldOf(on);
		expect(told).toBeGreaterThanOrEqual(3);
		expect(await nextMorning(on)).toBe(told);
	});
});
