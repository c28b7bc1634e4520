import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	MINUTE,
	note,
	question,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';

async function queue({ store, clock }: Bench) {
	const gathered = await store.gather(null, clock.moment());
	return buildQueue(gathered, gathered.limits, clock.moment(), await store.settings());
}

test('no more new cards are read than the limit and a few siblings need', async () => {
	const on = await bench();
	await on.store.seed([article(500)]);
	const gathered = await on.store.gather(null, on.clock.moment());
	expect(gathered.fresh).toHaveLength(30);
	expect(gathered.fresh[0]?.id).toBe('callbacks.q0/answer');
	expect((await queue(on)).counts).toEqual({ new: 10, learning: 0, review: 0 });
});

test("a deck's own limit goes before the one in settings, and the day's answers use it up", async () => {
	const on = await bench();
	await on.store.seed([article(50)]);
	await on.store.setDeckOptions(DECK, { newPerDay: 3, reviewsPerDay: 7 });
	await rated(on, await firstCard(on), 4);
	const { limits, doneToday, lastNote, seenNotes } = await on.store.gather(null, on.clock.moment());
	expect(limits.get(DECK)).toEqual({ newLeft: 2, reviewsLeft: 7 });
	expect(doneToday).toEqual({ new: 1, reviews: 0 });
	expect(lastNote).toBe('callbacks.q0');
	expect([...seenNotes]).toEqual(['callbacks.q0']);
	on.clock.pass(DAY);
	const tomorrow = await on.store.gather(null, on.clock.moment());
	expect(tomorrow.limits.get(DECK)).toEqual({ newLeft: 3, reviewsLeft: 7 });
	expect(tomorrow.seenNotes.size).toBe(0);
});

test('reviews come when they are due, the most overdue first, as many as the limit needs', async () => {
	const on = await bench();
	await on.store.seed([article(60)]);
	for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 4);
	await on.store.setDeckOptions(DECK, { newPerDay: 0, reviewsPerDay: 5 });
	expect((await on.store.gather(null, on.clock.moment())).due).toEqual([]);
	on.clock.pass(60 * DAY);
	const { due, fresh } = await on.store.gather(null, on.clock.moment());
	expect(due).toHaveLength(25);
	expect(fresh).toEqual([]);
	const days = due.map((card) => (card.due && 'day' in card.due ? card.due.day : NaN));
	expect(days).toEqual([...days].sort((a, b) => a - b));
	expect((await queue(on)).counts.review).toBe(5);
});

test('learning cards come until the day ends, whatever the limits', async () => {
	const on = await bench();
	await on.store.seed([article(5)]);
	await on.store.setDeckOptions(DECK, { newPerDay: 0, reviewsPerDay: 0 });
	const card = await rated(on, await firstCard(on), 1);
	const { learning } = await on.store.gather(null, on.clock.moment());
	expect(learning).toEqual([card]);
});

test('a step over the rollover comes early when it is due soon', async () => {
	const on = await bench();
	await on.store.seed([article(2)]);
	await on.store.changeSettings({ learningStepsSeconds: [600, 7200] });
	on.clock.at = Date.UTC(2026, 10, 3, 2, 55);
	const [soon, late] = await on.store.cardsOf(DECK);
	if (!soon || !late) throw new Error('Two cards expected.');
	await rated(on, soon, 1);
	await rated(on, late, 3);
	const { learning } = await on.store.gather(null, on.clock.moment());
	expect(learning.map(({ id }) => id)).toEqual([soon.id]);
});

test('many siblings at the front do not starve the queue', async () => {
	const on = await bench();
	const items = Array.from({ length: 80 }, (_, index) => ({ key: `${index}`, text: `${index}` }));
	const list = note('list', { kind: 'list', lead: 'Bring:', items }, 0);
	const { deck, notes } = article(30);
	const rest = notes.map((each) => ({ ...each, position: each.position + 1 }));
	await on.store.seed([{ deck, notes: [list, ...rest] }]);
	expect((await queue(on)).counts.new).toBe(10);
	await rated(on, await firstCard(on), 4);
	expect((await queue(on)).counts.new).toBe(9);
});

test('a card brought forward comes whatever the limits, once', async () => {
	const on = await bench();
	await on.store.seed([article(30)]);
	const cards = await on.store.cardsOf(DECK);
	const [fresh, review] = [cards[29], cards[3]];
	if (!fresh || !review) throw new Error('Cards expected.');
	await rated(on, review, 4);
	await on.store.setDeckOptions(DECK, { newPerDay: 0, reviewsPerDay: 0 });
	on.clock.pass(DAY);
	const moment = on.clock.moment();
	expect((await queue(on)).main).toEqual([]);
	expect(await on.store.bringForward(fresh.id, moment)).toMatchObject({ kind: 'reschedule' });
	expect(await on.store.bringForward(review.id, moment)).toMatchObject({ kind: 'reschedule' });
	expect(await on.store.bringForward(review.id, moment)).toBeNull();
	const gathered = await on.store.gather(null, moment);
	expect(gathered.broughtForward).toEqual(new Set([fresh.id, review.id]));
	const { main } = await queue(on);
	expect(main.map(({ id }) => id).sort()).toEqual([fresh.id, review.id].sort());
	for (const card of main) await rated(on, card, 4);
	expect((await queue(on)).main).toEqual([]);
});

test('a card brought forward comes though its sibling was answered, and stays so through an edit', async () => {
	const on = await bench();
	const quote = note(
		'quote',
		{ kind: 'quote', text: 'It is ==yours==.', speaker: 'S', role: '', credit: '' },
		0,
	);
	const { deck } = article(0);
	await on.store.seed([{ deck, notes: [quote] }]);
	const [speaker, blank] = await on.store.cardsOf(DECK);
	if (!speaker || !blank) throw new Error('Two cards expected.');
	await rated(on, speaker, 4);
	on.clock.pass(40 * DAY);
	await rated(on, blank, 4);
	await on.store.bringForward(speaker.id, on.clock.moment());
	await on.store.saveNote({ ...quote, tags: ['edited'] });
	expect((await queue(on)).main.map(({ id }) => id)).toEqual([speaker.id]);
});

test('suspended and buried cards are left alone by bringForward and stay out', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const [one, two] = await on.store.cardsOf(DECK);
	if (!one || !two) throw new Error('Two cards expected.');
	const moment = on.clock.moment();
	expect(await on.store.suspend(one.id, moment)).toMatchObject({ suspended: true });
	expect(await on.store.bury(two.id, moment)).toMatchObject({ buriedThrough: moment.studyDay });
	expect(await on.store.bringForward(one.id, moment)).toBeNull();
	expect(await on.store.bringForward(two.id, moment)).toBeNull();
	expect((await queue(on)).counts.new).toBe(1);
	on.clock.pass(DAY);
	expect((await queue(on)).counts.new).toBe(2);
	await on.store.unsuspend(one.id, on.clock.moment());
	expect((await queue(on)).counts.new).toBe(3);
	expect(await on.store.unsuspend(one.id, on.clock.moment())).toMatchObject({ suspended: false });
	expect(await on.store.eventsOf(one.id)).toHaveLength(2);
});

test('a review buried on its due day comes the day after', async () => {
	const on = await bench();
	await on.store.seed([article(1)]);
	const card = await rated(on, await firstCard(on), 4);
	on.clock.pass(30 * DAY);
	await on.store.bury(card.id, on.clock.moment());
	expect((await on.store.gather(null, on.clock.moment())).due).toEqual([]);
	on.clock.pass(DAY);
	expect((await on.store.gather(null, on.clock.moment())).due).toHaveLength(1);
});

test('only the chosen decks are gathered', async () => {
	const on = await bench();
	const mine = deckId('mine');
	await on.store.seed([article(3), article(2, mine)]);
	const { fresh, limits } = await on.store.gather([mine, deckId('gone')], on.clock.moment());
	expect(fresh.map((card) => card.deckId)).toEqual([mine, mine]);
	expect([...limits.keys()]).toEqual([mine]);
});

test('the counts of decks are those of the queue', async () => {
	const on = await bench();
	await on.store.seed([article(30)]);
	const mine = await on.store.createDeck('Mine');
	await on.store.saveNote(question(0, mine.id));
	const [one, two] = await on.store.cardsOf(DECK);
	if (!one || !two) throw new Error('Two cards expected.');
	await rated(on, one, 3);
	await on.store.suspend(two.id, on.clock.moment());
	on.clock.pass(MINUTE);
	const counts = await on.store.deckCounts(on.clock.moment());
	expect(counts.get(DECK)).toEqual({ total: 30, new: 9, learning: 1, review: 0, suspended: 1 });
	expect(counts.get(mine.id)).toEqual({ total: 1, new: 1, learning: 0, review: 0, suspended: 0 });
});
