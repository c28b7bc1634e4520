import { expect, test } from 'vitest';
import {
	allRows,
	article,
	bench,
	DECK,
	question,
	rate,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { checkCollection } from './check-collection.ts';
import { countMends, hasLoss } from './check-report.ts';
import { mendCollection } from './mend-collection.ts';

async function reviewed(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(5)]);
	for (let round = 0; round < 3; round++) {
		for (const card of await on.store.cardsOf(DECK)) await rate(on, card, round === 1 ? 1 : 3);
		await on.store.undo(on.clock.moment());
		on.clock.pass(86_400_000);
	}
	return on;
}

test('a sound collection has nothing to mend', async () => {
	const on = await reviewed();
	const told: number[] = [];
	const report = await checkCollection(on.db, { progress: (done) => told.push(done) });
	expect(report).toMatchObject({ events: 18, damaged: 0, missing: 0, dangling: 0, moved: false });
	expect(countMends(report.mends)).toBe(0);
	expect(told.at(-1)).toBe(23);
});

test('whatever follows from events and notes is mended', async () => {
	const on = await reviewed();
	const before = await allRows(on.db);
	const [first, second, third] = await on.db.cards.toArray();
	if (!first || !second || !third) throw new Error('There are five.');
	await on.db.cards.put({ ...first, reps: 99 });
	await on.db.cards.delete(second.id);
	await on.db.cards.put({ ...third, id: `${third.id}x` as typeof third.id });
	await on.db.days.toCollection().modify({ answers: 1 });
	await on.db.devices.toCollection().modify({ hash: 4 });
	const report = await checkCollection(on.db);
	expect(hasLoss(report)).toBe(false);
	expect(report.mends.cards).toHaveLength(2);
	expect(report.mends.strayCards).toHaveLength(1);
	expect(await mendCollection(on.db, report)).toBe(true);
	expect(await allRows(on.db)).toEqual(before);
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
});

test('the undo stack is mended from the log: its top, its order, and what was taken off it', async () => {
	const on = await reviewed();
	const before = await allRows(on.db);
	const [first, second] = (await on.db.events.toArray()).filter(({ below }) => below !== null);
	const top = (await on.db.devices.toArray())[0]?.undoTop ?? NaN;
	if (!first || !second) throw new Error('There are many.');
	const harms: (() => Promise<unknown>)[] = [
		() => on.db.devices.toCollection().modify({ undoTop: 0 }),
		() => on.db.devices.toCollection().modify({ undoTop: top + 1 }),
		() => on.db.devices.toCollection().modify({ undoTop: second.sequence }),
		() => on.db.events.put({ ...second, below: null }),
		() => on.db.events.put({ ...second, below: 0 }),
		() => on.db.events.put({ ...second, below: second.sequence }),
		() => on.db.events.put({ ...first, below: 99 }),
	];
	for (const harm of harms) {
		await harm();
		const report = await checkCollection(on.db);
		expect(hasLoss(report)).toBe(false);
		expect(report.mends).toMatchObject({ cards: [], days: [], stack: { top } });
		expect(await mendCollection(on.db, report)).toBe(true);
		expect(await allRows(on.db)).toEqual(before);
		expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
	}
});

test('what undo passed over, its card being gone, is no damage when the card comes back', async () => {
	const on = await reviewed();
	const [kept] = await on.store.cardsOf(DECK);
	const other = await on.store.createDeck('Gone for a while');
	await on.store.saveNote(question(9, other.id));
	const [gone] = await on.store.cardsOf(other.id);
	if (!kept || !gone) throw new Error('There are both.');
	await rate(on, kept, 3);
	await rate(on, gone, 3);
	await on.store.deleteDeck(other.id);
	expect(await on.store.undo(on.clock.moment())).toMatchObject({ undone: { cardId: kept.id } });
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
	await on.store.restoreDeck(other.id);
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
	await rate(on, gone, 3);
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
});

test('counters that the next event, id or stamp would fall behind are moved on', async () => {
	const on = await reviewed();
	const [device] = await on.db.devices.toArray();
	if (!device) throw new Error('There is one.');
	const harms = [{ sequence: 3 }, { lastEventTime: 5 }, { count: 2, hash: 7 }];
	for (const harm of harms) {
		await on.db.devices.put({ ...device, ...harm });
		const report = await checkCollection(on.db);
		expect(report.mends).toMatchObject({ cards: [], days: [], stack: null, devices: [device] });
		expect(await mendCollection(on.db, report)).toBe(true);
		expect(await on.db.devices.toArray()).toEqual([device]);
	}
});

test('a device’s row that is gone is made anew, and the next answer takes no place twice', async () => {
	const on = await reviewed();
	await on.store.changeSettings({ newPerDay: 7 });
	const [device] = await on.db.devices.toArray();
	const other = await bench();
	await other.store.seed([article(5)]);
	for (const card of await other.store.cardsOf(DECK)) await rate(other, card, 3);
	await on.store.merge(await other.store.exportAll());
	await on.db.devices.clear();
	const report = await checkCollection(on.db);
	expect(report.mends.devices).toHaveLength(2);
	expect(await mendCollection(on.db, report)).toBe(true);
	const again = await on.db.devices.get(device?.id ?? ('' as never));
	const { rulesVersion: _rules, ...kept } = device ?? {};
	expect(again).toMatchObject(kept);
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('There is one.');
	expect(await rate(on, card, 3)).toMatchObject({ kind: 'done' });
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
});

test('cards that began elsewhere are held against what they began with', async () => {
	const on = await reviewed();
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('There is one.');
	const { id: cardId, noteId: _, deckId: __, kind: ___, position: ____, ...progress } = card;
	const snapshot = await on.store.exportAll();
	await on.store.replaceAll({ ...snapshot, reviews: [], bases: [{ cardId, progress }] });
	const before = await allRows(on.db);
	expect(before['bases']).toHaveLength(1);
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
	await on.db.cards.toCollection().modify({ reps: 99 });
	const report = await checkCollection(on.db);
	expect(report.mends.cards).toHaveLength(5);
	await mendCollection(on.db, report);
	expect(await allRows(on.db)).toEqual(before);
});

test('damaged and missing events are told of', async () => {
	const on = await reviewed();
	const [first, second, third] = await on.db.events.toArray();
	if (!first || !second || !third) throw new Error('There are eighteen.');
	await on.db.events.put({ ...first, at: first.at + 1 });
	await on.db.events.bulkDelete([second.id, third.id]);
	const report = await checkCollection(on.db);
	expect(report).toMatchObject({ events: 16, damaged: 1, missing: 2 });
	expect(hasLoss(report)).toBe(true);
});

test('nothing is mended when something was committed since the check began', async () => {
	const on = await reviewed();
	const report = await checkCollection(on.db);
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('There is one.');
	await rate(on, card, 3);
	const before = await allRows(on.db);
	expect(await mendCollection(on.db, report)).toBe(false);
	expect(await allRows(on.db)).toEqual(before);
});

test('a check can be given up', async () => {
	const on = await reviewed();
	const signal = AbortSignal.abort(new Error('Given up.'));
	await expect(checkCollection(on.db, { signal })).rejects.toThrow('Given up.');
});
