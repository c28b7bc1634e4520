import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { auditionOn, plannerOn } from '#lib/storage/planning/testing-plan.ts';
import { article, bench, DAY, DECK, rate, type Bench } from '#lib/storage/testing/testing-store.ts';
import { readAuditions } from './auditions.ts';
import { appOn } from './testing-app.ts';

const NORA = deckId('nora');

async function twoDecks(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(20), article(20, NORA)]);
	return on;
}

const read = async (on: Bench) => readAuditions(await appOn(on));
const plan = (on: Bench) => on.store.refreshPlan(on.clock.moment(), plannerOn(on));

test('each audition ahead has its own days and cards, the soonest first', async () => {
	const on = await twoDecks();
	await auditionOn(on, {
		name: 'Nora',
		at: on.clock.at + 9 * DAY,
		deckIds: [NORA],
		minutesPerDay: 2,
	});
	await auditionOn(on, {
		name: 'Hedda',
		at: on.clock.at + 3 * DAY,
		deckIds: [DECK],
		minutesPerDay: 2,
	});
	await plan(on);
	const { ahead, waiting, problem } = await read(on);
	expect([waiting, problem]).toEqual([null, null]);
	expect(ahead.map(({ audition, daysLeft }) => [audition.name, daysLeft])).toEqual([
		['Hedda', 3],
		['Nora', 9],
	]);
	expect(ahead.map(({ days }) => days.length)).toEqual([4, 10]);
	for (const { goal, today, cardsToday, minutesToday } of ahead) {
		expect(goal?.cards).toBe(20);
		expect(today).toHaveLength(cardsToday);
		expect(minutesToday).toBeGreaterThan(0);
		expect(today[0]?.prompt.map(({ text }) => text).join('')).toMatch(/^Q\d\?$/);
		expect(today[0]?.why).toMatch(/^New today/);
	}
});

test('an answered card is no longer among the day’s', async () => {
	const on = await twoDecks();
	await auditionOn(on, { minutesPerDay: 2 });
	await plan(on);
	const [before] = (await read(on)).ahead;
	const first = before?.today[0];
	const card = first ? await on.store.card(first.id) : null;
	if (!card) throw new Error('The plan brought nothing.');
	await rate(on, card, 4);
	const [after] = (await read(on)).ahead;
	expect(after?.cardsToday).toBe((before?.cardsToday ?? 0) - 1);
	expect(after?.today.map(({ id }) => id)).not.toContain(card.id);
});

test('a plan that is not made yet is waited for, and one that failed says why', async () => {
	const on = await twoDecks();
	expect((await read(on)).waiting).toBeNull();
	await auditionOn(on);
	expect(await read(on)).toMatchObject({
		waiting: 'being made',
		ahead: [{ goal: null, days: [] }],
	});
	await on.store.refreshPlan(on.clock.moment(), () => Promise.reject(new Error('No memory.')));
	expect(await read(on)).toMatchObject({ waiting: 'failed', problem: 'No memory.' });
	await on.store.retryPlan();
	expect(await read(on)).toMatchObject({ waiting: 'being made', problem: null });
});

test('one too far ahead says so, and no plan of it is waited for', async () => {
	const on = await twoDecks();
	await auditionOn(on, { name: 'Far', at: Date.UTC(3026, 5, 1, 10) });
	expect(await read(on)).toMatchObject({ waiting: null, ahead: [{ tooFar: true, goal: null }] });
	await auditionOn(on, { name: 'Near' });
	expect((await read(on)).waiting).toBe('being made');
	await plan(on);
	const { ahead, waiting } = await read(on);
	expect(waiting).toBeNull();
	expect(ahead.map(({ tooFar, goal }) => [tooFar, goal !== null])).toEqual([
		[false, true],
		[true, false],
	]);
});

test('those that are over stand apart, the latest first, and those put away by themselves', async () => {
	const on = await twoDecks();
	const name = (list: readonly { name: string }[]) => list.map((each) => each.name);
	await auditionOn(on, { name: 'First', at: on.clock.at - 3 * DAY });
	await auditionOn(on, { name: 'Second', at: on.clock.at - DAY });
	await auditionOn(on, { name: 'Put away', archived: true });
	const { ahead, past, archived, waiting } = await read(on);
	expect(ahead).toEqual([]);
	expect(waiting).toBeNull();
	expect(name(past)).toEqual(['Second', 'First']);
	expect(name(archived)).toEqual(['Put away']);
});
