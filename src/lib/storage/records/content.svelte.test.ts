import { expect, test } from 'vitest';
import {
	allRows,
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	question,
	rated,
} from '#lib/storage/testing/testing-store.ts';

test('seeding twice does nothing the second time', async () => {
	const on = await bench();
	await on.store.seed([article(80)]);
	const before = await allRows(on.db);
	await on.store.seed([article(80)]);
	await on.db.meta.delete('seeded');
	await on.store.seed([article(80)]);
	expect(await allRows(on.db)).toEqual(before);
	expect(await on.store.cardsOf(DECK)).toHaveLength(80);
});

test('new content replaces what nobody touched, and progress stays', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const card = await rated(on, await firstCard(on), 3);
	const { deck, notes } = article(5);
	const changed = notes.slice(0, 3).map((note) => ({ ...note, position: note.position + 1 }));
	await on.store.seed([{ deck: { ...deck, name: 'Callbacks, again' }, notes: changed }]);
	expect(await on.store.deck(DECK)).toMatchObject({ name: 'Callbacks, again' });
	const cards = await on.store.cardsOf(DECK);
	expect(cards.map(({ noteId }) => noteId)).toEqual(changed.map(({ id }) => id));
	expect(cards[0]).toEqual({ ...card, position: 100 });
});

test("the user's edits, names and options survive new content", async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const [edited, , leaving] = article(4).notes;
	if (!edited || !leaving) throw new Error('Notes expected.');
	const body = { kind: 'question', question: 'Mine?', answer: 'Mine.' } as const;
	await on.store.saveNote({ ...edited, body });
	await on.store.saveNote({ ...leaving, body });
	await on.store.renameDeck(DECK, 'My callbacks');
	await on.store.setDeckOptions(DECK, { newPerDay: 2, reviewsPerDay: null });
	const { deck, notes } = article(2);
	const tagged = notes.map((note) => ({ ...note, tags: ['new'] }));
	await on.store.seed([{ deck, notes: tagged }]);
	expect(await on.store.note(edited.id)).toEqual({ ...edited, body, tags: ['new'] });
	expect(await on.store.note(leaving.id)).toMatchObject({ body });
	expect((await on.store.notesOf(DECK)).map(({ id }) => id)).toEqual([
		'callbacks.q0',
		'callbacks.q1',
		'callbacks.q2',
	]);
	expect(await on.store.deck(DECK)).toMatchObject({
		name: 'My callbacks',
		options: { newPerDay: 2 },
	});
});

test('what the user deleted stays away', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const [note] = await on.store.notesOf(DECK);
	if (note) await on.store.deleteNote(note.id);
	await on.store.seed([article(5)]);
	expect(await on.store.notesOf(DECK)).toHaveLength(4);
	expect(await on.store.cardsOf(DECK)).toHaveLength(4);
	await on.store.deleteDeck(DECK);
	await on.store.seed([article(6)]);
	expect(await on.store.decks()).toEqual([]);
	expect(await on.store.cardsOf(DECK)).toEqual([]);
	await on.store.restoreDeck(DECK);
	expect(await on.store.cardsOf(DECK)).toHaveLength(5);
	await on.store.seed([article(7)]);
	expect(await on.store.cardsOf(DECK)).toHaveLength(6);
});

test('a deck that is deleted and restored has its cards and their progress back', async () => {
	const on = await bench();
	await on.store.seed([article(6)]);
	for (const card of (await on.store.cardsOf(DECK)).slice(0, 3)) await rated(on, card, 3);
	const before = await on.store.cardsOf(DECK);
	await on.store.deleteDeck(DECK);
	expect(await on.store.decks()).toEqual([]);
	expect((await on.store.gather([DECK], on.clock.moment())).limits.size).toBe(0);
	await on.store.restoreDeck(DECK);
	expect(await on.store.cardsOf(DECK)).toEqual(before);
	expect(await on.store.decks()).toMatchObject([{ id: DECK }]);
});

test("an edit keeps a card's progress, and a mark that comes back has its own again", async () => {
	const on = await bench();
	const deck = await on.store.createDeck('Mine');
	const cloze = (text: string) => ({
		...question(0, deck.id),
		body: { kind: 'cloze', text } as const,
	});
	await on.store.saveNote(cloze('==One== and ==two==.'));
	const [one, two] = await on.store.cardsOf(deck.id);
	if (!one || !two) throw new Error('Two cards expected.');
	await rated(on, one, 4);
	const second = await rated(on, two, 3);
	await on.store.saveNote(cloze('==One== alone.'));
	expect((await on.store.cardsOf(deck.id)).map(({ reps }) => reps)).toEqual([1]);
	await on.store.saveNote(cloze('==One== and, again, ==two==.'));
	expect(await on.store.card(second.id)).toEqual(second);
});

test('a note needs a deck', async () => {
	const on = await bench();
	await expect(on.store.saveNote(question(0))).rejects.toThrow('There is no deck callbacks.');
	expect(await on.db.notes.count()).toBe(0);
});

test('settings that were never changed are the defaults, and broken ones too', async () => {
	const on = await bench();
	expect(await on.store.settings()).toMatchObject({ newPerDay: 10, theme: 'system' });
	await on.store.changeSettings({ newPerDay: 20, theme: 'dark' });
	await on.db.settings.put({ key: 'rolloverHour', value: 'four', stamp: await stampOf(on) });
	await on.db.settings.put({ key: 'futureSetting', value: 1, stamp: await stampOf(on) });
	const settings = await on.store.changeSettings({ newPerDay: 30 });
	expect(settings).toMatchObject({ newPerDay: 30, theme: 'dark', rolloverHour: 4 });
	expect(Object.keys(settings)).not.toContain('futureSetting');
	expect(await on.db.settings.get('futureSetting')).toMatchObject({ value: 1 });
	await expect(on.store.changeSettings({ newPerDay: -1 })).rejects.toThrow('newPerDay');
});

async function stampOf({ db }: Awaited<ReturnType<typeof bench>>) {
	const [device] = await db.devices.toArray();
	if (!device) throw new Error('No device.');
	return device.stamp;
}

test('new parameters change memory but no due date', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	for (const card of (await on.store.cardsOf(DECK)).slice(0, 3)) await rated(on, card, 4);
	on.clock.pass(20 * DAY);
	const [first] = await on.store.cardsOf(DECK);
	if (first) await rated(on, first, 3);
	const before = await on.store.cardsOf(DECK);
	const { parameters } = await on.store.settings();
	await on.store.changeSettings({ parameters: parameters.map((w, i) => (i < 4 ? w * 2 : w)) });
	const after = await on.store.cardsOf(DECK);
	expect(after[0]?.memory).not.toEqual(before[0]?.memory);
	expect(after[1]?.memory?.stability).toBeCloseTo(2 * (before[1]?.memory?.stability ?? 0));
	const timeless = before.map((card, index) => ({ ...card, memory: after[index]?.memory ?? null }));
	expect(after).toEqual(timeless);
});
