import { expect, test } from 'vitest';
import { cardId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	allRows,
	article,
	bench,
	DAY,
	DECK,
	question,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';

/** Something of everything: progress, undos, practice, edits, tombstones, settings. */
async function lived(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(8)]);
	const mine = await on.store.createDeck('Mine');
	const gone = await on.store.createDeck('Gone');
	await on.store.saveNote(question(1, mine.id));
	await on.store.saveNote(question(2, mine.id));
	await on.store.saveNote(question(1, gone.id));
	for (const [index, card] of (await on.store.cardsOf(DECK)).entries()) {
		const rating = ([1, 2, 3, 4] as const)[index % 4] ?? 3;
		await rated(on, card, rating);
		on.clock.pass(DAY / 2);
	}
	const [one, two] = await on.store.cardsOf(mine.id);
	if (!one || !two) throw new Error('Two cards expected.');
	await on.store.undo(on.clock.moment());
	await on.store.bringForward(one.id, on.clock.moment());
	await on.store.suspend(two.id, on.clock.moment());
	await on.store.deleteDeck(gone.id);
	await on.store.deleteNote(noteId(`${DECK}.q7`));
	await on.store.changeSettings({ newPerDay: 3, learningStepsSeconds: [30] });
	return on;
}

test('export, wipe, restore gives the same export and the same rows', async () => {
	const on = await lived();
	const before = await on.store.exportAll();
	const rows = await allRows(on.db);
	await on.store.wipe();
	expect(await on.store.decks()).toEqual([]);
	expect(await on.store.headInfo()).toEqual({ eventCount: 0, latestAt: null });
	await on.store.replaceAll(before);
	expect(await on.store.exportAll()).toEqual(before);
	const after = await allRows(on.db);
	expect({ ...after, devices: [], events: [] }).toEqual({ ...rows, devices: [], events: [] });
	expect(await on.store.headInfo()).toMatchObject({ eventCount: before.reviews.length });
});

test('undo goes on after a restore, down to the beginning', async () => {
	const on = await lived();
	const before = await on.store.exportAll();
	await on.store.replaceAll(before);
	let undone = 0;
	while (await on.store.undo(on.clock.moment())) undone++;
	// Eight answers of which one was undone and one lost its note, and one card suspended.
	expect(undone).toBe(8);
	expect((await on.store.cardsOf(DECK)).every(({ reps }) => reps === 0)).toBe(true);
});

test('a device never uses a place in the log twice', async () => {
	const on = await lived();
	const old = await on.store.exportAll();
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('No card.');
	const { sequence } = (await on.store.sessionEvents(0)).at(-1) ?? { sequence: 0 };
	await on.store.bury(card.id, on.clock.moment());
	await on.store.replaceAll(old);
	await on.store.bury(card.id, on.clock.moment());
	expect((await on.store.eventsOf(card.id)).at(-1)).toMatchObject({ sequence: sequence + 2 });
	await on.store.wipe();
	await on.store.seed([article(8)]);
	await on.store.bury(card.id, on.clock.moment());
	expect((await on.store.eventsOf(card.id)).at(-1)).toMatchObject({ sequence: sequence + 3 });
});

test("another device's backup is taken whole, and this device counts from its own place", async () => {
	const source = await lived();
	const snapshot = await source.store.exportAll();
	const on = await bench();
	on.clock.at = source.clock.at - 100 * DAY;
	await on.store.replaceAll(snapshot);
	expect(await on.store.exportAll()).toEqual(snapshot);
	expect(await on.store.undo(on.clock.moment())).toBeNull();
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('No card.');
	await rated(on, card, 3);
	const event = (await on.store.eventsOf(card.id)).at(-1);
	expect(event).toMatchObject({ sequence: 1 });
	expect(event && snapshot.reviews.every(({ id }) => id < event.id)).toBe(true);
});

test.each([1, 5, 12, 20])('a restore whose write number %i fails changes nothing', async (n) => {
	const on = await lived();
	const snapshot = await on.store.exportAll();
	const before = await allRows(on.db);
	const failing = failWrite(n);
	await expect(on.store.replaceAll(snapshot)).rejects.toThrow();
	failing.repair();
	expect(await allRows(on.db)).toEqual(before);
});

test('schedules come from the events, whatever the cards of the file say', async () => {
	const on = await lived();
	const snapshot = await on.store.exportAll();
	const forged = snapshot.cards.map((card) => ({ ...card, reps: 99, due: null, memory: null }));
	await on.store.replaceAll({ ...snapshot, cards: forged });
	expect(await on.store.exportAll()).toEqual(snapshot);
});

test('progress without events is where replay begins', async () => {
	const on = await bench();
	const source = await bench();
	await source.store.seed([article(1)]);
	const empty = await source.store.exportAll();
	const id = cardId(noteId(`${DECK}.q0`), 'answer');
	const [card] = empty.cards;
	if (!card) throw new Error('No card.');
	const { id: _id, noteId: _note, deckId: _deck, kind: _kind, position: _position, ...rest } = card;
	const { studyDay } = on.clock.moment();
	const progress = {
		...rest,
		state: 'review',
		due: { day: studyDay },
		memory: { stability: 30, difficulty: 5 },
		reps: 7,
	} as const;
	const snapshot: Snapshot = { ...empty, bases: [{ cardId: id, progress }] };
	await on.store.replaceAll(snapshot);
	const brought = await on.store.card(id);
	expect(brought).toMatchObject(progress);
	if (brought) await rated(on, brought, 3);
	expect(await on.store.card(id)).toMatchObject({ reps: 8, state: 'review' });
	await on.store.undo(on.clock.moment());
	expect(await on.store.card(id)).toEqual(brought);
	expect((await on.store.exportAll()).bases).toEqual(snapshot.bases);
});

test('two events in one place are refused as a whole', async () => {
	const on = await lived();
	const snapshot = await on.store.exportAll();
	const before = await allRows(on.db);
	const [first] = snapshot.reviews;
	if (!first) throw new Error('No event.');
	const id = uuidV7(on.clock.at, new Uint8Array(10)) as EventId;
	const reviews = [...snapshot.reviews, { ...first, id }];
	await expect(on.store.replaceAll({ ...snapshot, reviews })).rejects.toThrow();
	const other = { ...first, id, device: 'elsewhere' as DeviceId };
	expect(await allRows(on.db)).toEqual(before);
	await on.store.replaceAll({ ...snapshot, reviews: [...snapshot.reviews, other] });
	expect(await on.store.headInfo()).toMatchObject({ eventCount: snapshot.reviews.length + 1 });
});
