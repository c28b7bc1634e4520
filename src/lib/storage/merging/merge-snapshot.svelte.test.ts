import { expect, test } from 'vitest';
import { cardId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { headsOf } from '#lib/domain/log/head.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	allRows,
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	question,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';

/** Two devices that began with the same deck and then each had a day of their own. */
async function two(): Promise<[Bench, Bench]> {
	const pair: [Bench, Bench] = [await bench(), await bench()];
	for (const [index, on] of pair.entries()) {
		await on.store.seed([article(4)]);
		on.clock.pass(index * DAY);
		for (const card of await on.store.cardsOf(DECK)) await rated(on, card, index === 0 ? 3 : 1);
		await on.store.undo(on.clock.moment());
		await on.store.changeSettings({ newPerDay: index + 1 });
	}
	return pair;
}

async function shared({ store, db }: Bench) {
	const { devices: _devices, ...rest } = await store.exportAll();
	return { ...rest, days: await db.days.toArray() };
}

test('two devices that take in each other’s collection come to the same', async () => {
	const [one, other] = await two();
	const [ours, theirs] = [await one.store.exportAll(), await other.store.exportAll()];
	expect(await one.store.merge(theirs)).toEqual({ events: 5, records: 1 });
	// Its own setting was written later, so only the events are new there.
	expect(await other.store.merge(ours)).toEqual({ events: 5, records: 0 });
	expect(await shared(one)).toEqual(await shared(other));
	expect(await one.store.settings()).toMatchObject({ newPerDay: 2 });
	const { reviews } = await one.store.exportAll();
	expect(await one.db.days.toArray()).toEqual(totalsOf(reviews));
	const heads = headsOf(reviews);
	for (const { id, count, hash } of await one.db.devices.toArray()) {
		expect(heads.get(id)).toMatchObject({ count, hash });
	}
});

test('the second time a merge brings nothing and writes nothing', async () => {
	const [one, other] = await two();
	const theirs = await other.store.exportAll();
	await one.store.merge(theirs);
	const before = await allRows(one.db);
	expect(await one.store.merge(theirs)).toEqual({ events: 0, records: 0 });
	expect(await allRows(one.db)).toEqual(before);
});

test('an undo that comes before what it undoes waits for it', async () => {
	const [one, other] = await two();
	const theirs = await other.store.exportAll();
	const undos = theirs.reviews.filter(({ kind }) => kind === 'undo');
	expect(undos).toHaveLength(1);
	await one.store.merge({ ...theirs, reviews: undos });
	const rest = theirs.reviews.filter(({ kind }) => kind !== 'undo');
	await one.store.merge({ ...theirs, reviews: rest });
	await other.store.merge(await one.store.exportAll());
	expect(await shared(one)).toEqual(await shared(other));
});

test('what a restore took away comes back from the other device, and undo goes on with it', async () => {
	const on = await bench();
	const other = await bench();
	await on.store.seed([article(3)]);
	const old = await on.store.exportAll();
	for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 3);
	const full = await on.store.exportAll();
	await other.store.merge(full);
	await on.store.replaceAll(old);
	expect(await on.store.peekUndo()).toBeNull();
	await on.store.merge(await other.store.exportAll());
	expect(await on.store.exportAll()).toEqual(full);
	for (let left = 3; left > 0; left--) {
		expect(await on.store.undo(on.clock.moment())).not.toBeNull();
	}
	expect(await on.store.undo(on.clock.moment())).toBeNull();
	expect((await on.store.sessionEvents(3)).map(({ sequence }) => sequence)).toEqual([4, 5, 6]);
});

test('a deck deleted there goes here, and one restored there comes back with its progress', async () => {
	const [one, other] = await two();
	await other.store.merge(await one.store.exportAll());
	await other.store.deleteDeck(DECK);
	await one.store.merge(await other.store.exportAll());
	expect(await one.store.cardsOf(DECK)).toEqual([]);
	await other.store.restoreDeck(DECK);
	await one.store.merge(await other.store.exportAll());
	expect(await shared(one)).toEqual(await shared(other));
	expect((await firstCard(one)).reps).toBe(2);
});

test('a note that the other device deleted takes its cards along', async () => {
	const [one, other] = await two();
	await other.store.deleteNote(noteId(`${DECK}.q2`));
	await one.store.merge(await other.store.exportAll());
	expect(await one.store.card(cardId(noteId(`${DECK}.q2`), 'answer'))).toBeNull();
	await one.store.saveNote(question(2));
	await other.store.merge(await one.store.exportAll());
	expect(await shared(one)).toEqual(await shared(other));
});

test('a device that merges writes after all it has seen', async () => {
	const [one, other] = await two();
	other.clock.pass(100 * DAY);
	await rated(other, await firstCard(other), 3);
	await other.store.renameDeck(DECK, 'From the future');
	const theirs = await other.store.exportAll();
	await one.store.merge(theirs);
	const card = await firstCard(one);
	await rated(one, card, 3);
	const event = (await one.store.eventsOf(card.id)).at(-1);
	expect(theirs.reviews.every(({ id }) => event && id < event.id)).toBe(true);
	await one.store.renameDeck(DECK, 'After it');
	await other.store.merge(await one.store.exportAll());
	expect((await other.store.deck(DECK))?.name).toBe('After it');
});

test('two events in one place are refused as a whole', async () => {
	const [one, other] = await two();
	const theirs = await other.store.exportAll();
	const [first] = (await one.store.exportAll()).reviews;
	if (!first) throw new Error('No event.');
	const before = await allRows(one.db);
	const forged = { ...first, id: uuidV7(other.clock.at, new Uint8Array(10)) as EventId };
	const merging = one.store.merge({ ...theirs, reviews: [...theirs.reviews, forged] });
	await expect(merging).rejects.toThrow();
	expect(await allRows(one.db)).toEqual(before);
	const elsewhere = { ...forged, device: 'elsewhere' as DeviceId };
	await one.store.merge({ ...theirs, reviews: [...theirs.reviews, elsewhere] });
	expect(await one.store.headInfo()).toMatchObject({ eventCount: 11 });
});

test.each([1, 3, 6, 9])('a merge whose write number %i fails changes nothing', async (n) => {
	const [one, other] = await two();
	const theirs = await other.store.exportAll();
	const before = await allRows(one.db);
	const failing = failWrite(n);
	await expect(one.store.merge(theirs)).rejects.toThrow();
	failing.repair();
	expect(await allRows(one.db)).toEqual(before);
	expect((await one.store.merge(theirs)).events).toBe(5);
});
