import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { article, bench, DECK, rate, type Bench } from '#lib/storage/testing/testing-store.ts';
import { auditionOn, planned, plannedIds, plannerOn } from './testing-plan.ts';

/** Answers cards once each, four seconds an answer; fewer than thirty, which would tell a pace. */
async function study(on: Bench, ids: readonly string[]) {
	for (const card of await on.store.cardsOf(DECK))
		if (ids.includes(card.id)) await rate(on, card, 4);
	await on.store.refreshPlan(on.clock.moment(), plannerOn(on));
}

test('study of a deck’s other cards takes no minutes of an audition by tag', async () => {
	const on = await bench();
	await on.store.seed([article(60)]);
	const notes = await on.store.notesOf(DECK);
	for (const note of notes.slice(0, 10)) await on.store.saveNote({ ...note, tags: ['hedda'] });
	await planned(on, article(60), { tags: ['hedda'], minutesPerDay: 2 });
	const before = await plannedIds(on);
	expect(before.length).toBeGreaterThan(2);
	const others = (await on.store.cardsOf(DECK)).slice(30, 55).map(({ id }) => id);
	await study(on, others);
	expect(await plannedIds(on)).toEqual(before);
});

test('study for one audition leaves another on other decks its minutes', async () => {
	const on = await bench();
	const other = deckId('hedda');
	await on.store.seed([article(40), article(40, other)]);
	await auditionOn(on, { deckIds: [DECK], minutesPerDay: 2 });
	await auditionOn(on, { deckIds: [other], minutesPerDay: 2 });
	await study(on, []);
	const isOther = (id: string) => id.startsWith('hedda');
	const before = await plannedIds(on);
	expect(before.filter(isOther).length).toBeGreaterThan(2);
	const cards = await on.store.cardsOf(DECK);
	await study(
		on,
		cards.slice(0, 25).map(({ id }) => id),
	);
	expect(await plannedIds(on)).toEqual(before.filter(isOther));
});

test('an answer that was taken back took no time', async () => {
	const on = await bench();
	await planned(on, article(40), { minutesPerDay: 1 });
	const before = await plannedIds(on);
	const ids = (await on.store.cardsOf(DECK)).map(({ id }) => id);
	await study(on, ids.slice(20));
	expect(await plannedIds(on)).toEqual([]);
	for (let undos = 0; undos < 20; undos++) await on.store.undo(on.clock.moment());
	await study(on, []);
	expect(await plannedIds(on)).toEqual(before);
});
