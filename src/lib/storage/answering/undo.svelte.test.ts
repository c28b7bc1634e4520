import { expect, test } from 'vitest';
import type { Rating } from '#lib/domain/log/event.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import {
	allRows,
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	question,
	rated,
	tab,
} from '#lib/storage/testing/testing-store.ts';
import { watchRequests } from '#lib/storage/testing/watch-requests.ts';

test('undoing everything leaves each row but the log and its counters as at the start', async () => {
	const on = await bench();
	await on.store.seed([article(5)]);
	const before = await allRows(on.db);
	const cards = await on.store.cardsOf(DECK);
	const ratings: readonly Rating[] = [3, 1, 4, 2, 3];
	for (const day of ratings) {
		for (const { id } of cards) {
			const card = await on.store.card(id);
			if (card) await rated(on, card, day);
		}
		on.clock.pass(DAY);
	}
	const [first] = cards;
	if (first) await on.store.bury(first.id, on.clock.moment());
	if (first) await on.store.suspend(first.id, on.clock.moment());
	for (let left = 27; left > 0; left--) {
		expect(await on.store.undo(on.clock.moment()), `${left} left`).not.toBeNull();
	}
	expect(await on.store.undo(on.clock.moment())).toBeNull();
	const after = await allRows(on.db);
	expect(after).toEqual({ ...before, events: after['events'], devices: after['devices'] });
	expect(after['events']).toHaveLength(54);
});

test('an undo gives the card as it was before, and says what it took back', async () => {
	const on = await bench();
	await on.store.seed([article(2)]);
	const before = await rated(on, await firstCard(on), 3);
	on.clock.pass(DAY);
	await rated(on, before, 4);
	const [, event] = await on.store.eventsOf(before.id);
	expect(await on.store.peekUndo()).toEqual(event);
	expect(await on.store.undo(on.clock.moment())).toEqual({ undone: event, card: before });
	expect(await on.store.card(before.id)).toEqual(before);
});

test('an undo on a later day corrects the day of the answer', async () => {
	const on = await bench();
	await on.store.seed([article(2)]);
	const card = await firstCard(on);
	const { studyDay } = on.clock.moment();
	const once = await rated(on, card, 3);
	await rated(on, once, 3);
	on.clock.pass(3 * DAY);
	await on.store.undo(on.clock.moment());
	const totals = await on.store.totals(studyDay, on.clock.moment().studyDay);
	expect(totals).toMatchObject([{ studyDay, answers: 1, good: 1, introduced: 1 }]);
});

test('undo goes on after a reload, and new answers stand on what is left', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const [one, two, three] = await on.store.cardsOf(DECK);
	if (!one || !two || !three) throw new Error('Three cards expected.');
	await rated(on, one, 3);
	await rated(on, two, 3);
	await on.store.undo(on.clock.moment());
	await rated(on, three, 3);
	on.store.close();
	const again = await tab(on);
	const undone = [];
	for (;;) {
		const result = await again.store.undo(again.clock.moment());
		if (!result) break;
		undone.push(result.card);
	}
	expect(undone).toEqual([three, one]);
});

test('practice and cards brought forward are passed over', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const [one, two] = await on.store.cardsOf(DECK);
	if (!one || !two) throw new Error('Two cards expected.');
	await rated(on, one, 3);
	const moment = on.clock.moment();
	await on.store.practice({
		cardId: two.id,
		deckId: DECK,
		drill: 'match',
		rating: 1,
		durationMs: 900,
		confusedWith: 'Bryan Cranston',
		moment,
	});
	await on.store.bringForward(two.id, moment);
	expect((await on.store.undo(moment))?.undone).toMatchObject({ cardId: one.id });
	expect(await on.store.undo(moment)).toBeNull();
	expect(await on.store.confusions()).toMatchObject([{ confusedWith: 'Bryan Cranston' }]);
});

test('what was done to a deleted deck is passed over', async () => {
	const on = await bench();
	const other = await on.store.createDeck('Mine');
	await on.store.seed([article(1)]);
	await on.store.saveNote(question(1, other.id));
	await rated(on, await firstCard(on), 3);
	await rated(on, await firstCard(on, other.id), 3);
	await on.store.deleteDeck(other.id);
	expect((await on.store.undo(on.clock.moment()))?.undone).toMatchObject({ deckId: DECK });
	expect(await on.store.undo(on.clock.moment())).toBeNull();
});

test('answers of this tab that nothing followed are taken back without replay', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const before = await allRows(on.db);
	const cards = await on.store.cardsOf(DECK);
	for (const card of cards) await rated(on, card, 3);
	for (const card of [...cards].reverse()) {
		// The first answer's undo leaves nothing of the day.
		const day = card === cards[0] ? 'delete' : 'put';
		const watching = watchRequests();
		expect((await on.store.undo(on.clock.moment()))?.card).toEqual(card);
		expect(watching.stop()).toEqual(['get', 'get', 'get', 'add', 'put', day, 'put']);
	}
	const { cards: after, days } = await allRows(on.db);
	expect({ cards: after, days }).toEqual({ cards: before['cards'], days: before['days'] });
});

test('an answer that another tab’s followed is taken back in its turn', async () => {
	const on = await bench();
	await on.store.seed([article(2)]);
	const [one, two] = await on.store.cardsOf(DECK);
	if (!one || !two) throw new Error('Two cards expected.');
	const other = await tab(on);
	await rated(on, one, 3);
	await rated(other, two, 3);
	expect((await on.store.undo(on.clock.moment()))?.card).toEqual(two);
	expect((await on.store.undo(on.clock.moment()))?.card).toEqual(one);
	expect(await on.store.undo(on.clock.moment())).toBeNull();
});

test('an undo after new parameters gives the card as they make it', async () => {
	const on = await bench();
	await on.store.seed([article(1)]);
	const once = await rated(on, await firstCard(on), 3);
	on.clock.pass(3 * DAY);
	await rated(on, once, 3);
	await on.store.changeSettings({ parameters: defaultParameters.with(2, 9) });
	const undone = await on.store.undo(on.clock.moment());
	expect(undone?.card.memory?.stability).toBe(9);
	expect(await on.store.card(once.id)).toEqual(undone?.card);
});

test('an undo after a merge gives the card as older events of another device make it', async () => {
	const on = await bench();
	const other = await bench();
	for (const { store } of [on, other]) await store.seed([article(1)]);
	const { id } = await firstCard(on);
	const brought = await other.store.bringForward(id, other.clock.moment());
	on.clock.pass(DAY);
	await rated(on, await firstCard(on), 3);
	await on.store.merge(await other.store.exportAll());
	const undone = await on.store.undo(on.clock.moment());
	expect(undone?.card).toMatchObject({ state: 'new', head: brought?.id });
	expect(await on.store.card(id)).toEqual(undone?.card);
});
