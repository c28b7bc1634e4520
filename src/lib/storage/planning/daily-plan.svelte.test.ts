import { describe, expect, test } from 'vitest';
import {
	article,
	bench,
	DAY,
	DECK,
	MINUTE,
	rate,
	rated,
	tab,
} from '#lib/storage/testing/testing-store.ts';
import { planned, plannedIds, plannerOn, planOf, queueOf } from './testing-plan.ts';

describe('while an audition is ahead', () => {
	test('the queue holds the cards of the plan, whatever the limits, and no others', async () => {
		const on = await bench();
		await planned(on, article(30), { minutesPerDay: 8 });
		const ids = await plannedIds(on);
		expect(ids.length).toBeGreaterThan(10);
		expect(ids.length).toBeLessThan(30);
		expect(await queueOf(on)).toEqual(ids);
		const counts = await on.store.deckCounts(on.clock.moment());
		expect(counts.get(DECK)).toMatchObject({ new: ids.length, total: 30 });
	});

	test('an answered card is done for the day, and undo brings it back just as it was', async () => {
		const on = await bench();
		await planned(on, article(12));
		const before = await queueOf(on);
		const [card] = (await on.store.gather(null, on.clock.moment())).due;
		if (!card) throw new Error('The plan brought nothing.');
		await rate(on, card, 4);
		expect(await queueOf(on)).toEqual(before.filter((id) => id !== card.id));

		await on.store.undo(on.clock.moment());
		expect(await on.store.card(card.id)).toEqual(card);
		expect(await queueOf(on)).toEqual(before);
	});

	test('a buried card is not among the day’s, also after the plan is made anew', async () => {
		const on = await bench();
		await planned(on, article(12), { minutesPerDay: 2 });
		const ids = await plannedIds(on);
		const [first] = (await on.store.gather(null, on.clock.moment())).due;
		if (!first) throw new Error('The plan brought nothing.');
		await on.store.bury(first.id, on.clock.moment());
		await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
		const others = await plannedIds(on);
		expect(others).toHaveLength(ids.length);
		expect(others).not.toContain(first.id);
		expect(await queueOf(on)).toEqual(others);
	});

	test('a card that fell due stays away when the plan has no need of it', async () => {
		const on = await bench();
		await planned(on, article(8), { minutesPerDay: 0 });
		expect(await plannedIds(on)).toEqual([]);
		expect(await queueOf(on)).toEqual([]);
	});

	test('a card brought forward by hand comes, whatever the plan', async () => {
		const on = await bench();
		await planned(on, article(8), { minutesPerDay: 0 });
		const [card] = await on.store.cardsOf(DECK);
		if (!card) throw new Error('The deck has no card.');
		await on.store.bringForward(card.id, on.clock.moment());
		expect(await queueOf(on)).toEqual([card.id]);
	});

	test('with tags, only the tagged cards follow the plan', async () => {
		const on = await bench();
		await on.store.seed([article(20)]);
		const notes = await on.store.notesOf(DECK);
		for (const note of notes.slice(0, 4)) await on.store.saveNote({ ...note, tags: ['hedda'] });
		await planned(on, article(20), { tags: ['hedda', 'nora'], minutesPerDay: 0 });
		const covered = new Set(notes.slice(0, 4).map(({ id }) => id));
		const cards = await on.store.cardsOf(DECK);
		const others = cards.filter(({ noteId }) => !covered.has(noteId)).map(({ id }) => id);
		const { newPerDay } = await on.store.settings();
		expect(await queueOf(on)).toEqual(others.slice(0, newPerDay).sort());
	});

	test('another audition, or another day, is scheduled normally until it has its plan', async () => {
		const on = await bench();
		const { newPerDay } = await on.store.settings();
		const audition = await planned(on, article(30), { minutesPerDay: 0 });
		await on.store.saveAudition({ ...audition, minutesPerDay: 5 });
		expect(await queueOf(on)).toHaveLength(newPerDay);
		await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
		expect(await queueOf(on)).toEqual(await plannedIds(on));

		on.clock.pass(DAY);
		expect(await queueOf(on)).toHaveLength(newPerDay);
	});

	test('what is done tomorrow is not promised from today’s plan', async () => {
		const on = await bench();
		await planned(on, article(3));
		on.clock.pass(DAY);
		const tomorrow = on.clock.moment();
		on.clock.pass(-DAY);
		expect((await on.store.gather(null, tomorrow)).planned.size).toBe(0);
	});

	test('planning leaves every card as it was', async () => {
		const on = await bench();
		await on.store.seed([article(6)]);
		for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 3);
		const before = await on.db.cards.toArray();
		await planned(on, article(6));
		expect(await on.db.cards.toArray()).toEqual(before);
	});
});

describe('a plan', () => {
	test('is made once and not again until something changes', async () => {
		const on = await bench();
		await planned(on, article(10));
		const planner = plannerOn(on);
		const again = () => on.store.refreshPlan(on.clock.moment(), planner);
		await again();
		on.clock.pass(MINUTE);
		await again();
		expect(planner.plans).toBe(0);

		const [card] = await on.store.cardsOf(DECK);
		if (card) await rate(on, card, 3);
		await again();
		expect(planner.plans).toBe(1);
		await on.store.undo(on.clock.moment());
		await again();
		expect(planner.plans).toBe(2);
		await on.store.changeSettings({ desiredRetention: 0.8 });
		await again();
		expect(planner.plans).toBe(3);
		const snapshot = await on.store.exportAll();
		await on.store.replaceAll(snapshot);
		expect(await on.store.dailyPlan()).toBeNull();
		await again();
		expect(planner.plans).toBe(4);
		await again();
		expect(planner.plans).toBe(4);
	});

	test('is made by one of two tabs', async () => {
		const on = await bench();
		const other = await tab(on);
		await on.store.seed([article(10)]);
		await on.store.saveAudition({ id: null, name: 'Hedda', at: on.clock.at + DAY });
		const planner = plannerOn(on);
		await Promise.all(
			[on, other, on].map(({ store, clock }) => store.refreshPlan(clock.moment(), planner)),
		);
		expect(planner.plans).toBe(1);
		expect(await queueOf(other)).toEqual(await plannedIds(on));
	});

	test('that fails leaves normal scheduling, and its reason', async () => {
		const on = await bench();
		await on.store.seed([article(30)]);
		await on.store.saveAudition({ id: null, name: 'Hedda', at: on.clock.at + DAY });
		await on.store.refreshPlan(on.clock.moment(), () => Promise.reject(new Error('No memory.')));
		expect(await on.store.dailyPlan()).toMatchObject({ plan: null, problem: 'No memory.' });
		expect(await queueOf(on)).toHaveLength((await on.store.settings()).newPerDay);
	});

	test('goes when the last audition is gone', async () => {
		const on = await bench();
		const { id } = await planned(on, article(4));
		await on.store.deleteAudition(id);
		await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
		expect(await on.store.dailyPlan()).toBeNull();
		await on.store.restoreAudition(id);
		await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
		expect(await queueOf(on)).toEqual(await plannedIds(on));
	});

	test('is held against normal scheduling by the limits of the decks themselves', async () => {
		const on = await bench();
		await planned(on, article(30), { minutesPerDay: 10 });
		const readiness = async () => (await planOf(on)).goals[0]?.readiness;
		expect((await readiness())?.unplanned).toBeGreaterThan(0.5);
		await on.store.setDeckOptions(DECK, { newPerDay: 0, reviewsPerDay: null });
		await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
		expect((await readiness())?.unplanned).toBe(0);
		expect((await readiness())?.planned).toBeGreaterThan(0.8);
	});

	test('keeps with the audition what it promises', async () => {
		const on = await bench();
		await planned(on, article(4));
		const promised = (await planOf(on)).goals[0]?.readiness.planned ?? NaN;
		const [audition] = await on.store.auditions();
		expect(audition?.predicted).toBeCloseTo(promised, 2);
	});
});

describe('after the date', () => {
	test('what the plan let lie comes back over two weeks, not in a heap', async () => {
		const on = await bench();
		await on.store.seed([article(60)]);
		await on.store.changeSettings({ newPerDay: 0 });
		for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 4);
		on.clock.pass(40 * DAY);
		await on.store.saveAudition({ id: null, name: 'Hedda', at: on.clock.at - DAY });
		const days: number[] = [];
		for (let day = 0; day < 20; day++) {
			await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
			const ids = await queueOf(on);
			days.push(ids.length);
			for (const id of ids) {
				const card = await on.store.card(id);
				if (card) await rated(on, card, 4);
			}
			// Doing the day's share brings no more of it.
			await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
			expect(await queueOf(on)).toEqual([]);
			on.clock.pass(DAY);
		}
		expect(Math.max(...days)).toBeLessThanOrEqual(6);
		expect(days.reduce((sum, count) => sum + count)).toBe(60);
	});
});
