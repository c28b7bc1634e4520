import { describe, expect, test, vi } from 'vitest';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	allRows,
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	rate,
	rated,
	tab,
} from '#lib/storage/testing/testing-store.ts';
import { watchRequests } from '#lib/storage/testing/watch-requests.ts';

test('an answer stores event, card, totals and counter', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const card = await firstCard(on);
	const after = await rated(on, card, 3);
	const { studyDay } = on.clock.moment();
	const [event] = await on.store.eventsOf(card.id);
	expect(event).toMatchObject({
		kind: 'review',
		rating: 3,
		sequence: 1,
		from: 'new',
		deckId: DECK,
	});
	expect(after).toMatchObject({ state: 'learning', reps: 1, head: event?.id });
	expect(await on.store.card(card.id)).toEqual(after);
	expect(await on.store.totals(studyDay, studyDay)).toMatchObject([
		{ deckId: DECK, introduced: 1, answers: 1, good: 1, durationMs: 4000 },
	]);
});

test.each([1, 2, 3, 4])('an answer whose write number %i fails changes nothing', async (n) => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const card = await rated(on, await firstCard(on), 3);
	const before = await allRows(on.db);
	on.clock.pass(DAY);
	const failing = failWrite(n);
	await expect(rate(on, card, 3)).rejects.toThrow();
	failing.repair();
	expect(await allRows(on.db)).toEqual(before);
	expect((await rate(on, card, 3)).kind).toBe('done');
});

test('an answer takes four writes', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const card = await firstCard(on);
	const counting = failWrite(Infinity);
	await rated(on, card, 3);
	counting.repair();
	expect(counting.writes()).toBe(4);
});

describe('an answer that was read ahead', () => {
	test('sends its writes off before its reads are answered', async () => {
		const on = await expecting();
		const watching = watchRequests();
		await rated(on, on.card, 3);
		expect(watching.stop()).toEqual(['get', 'get', 'get', 'add', 'put', 'put', 'put']);
	});

	test('comes to the same rows', async () => {
		const on = await expecting();
		const after = await rated(on, on.card, 3);
		expect(await on.store.card(on.card.id)).toEqual(after);
		const [event] = await on.store.eventsOf(on.card.id);
		expect(after.head).toBe(event?.id);
		const { studyDay } = on.clock.moment();
		expect(await on.store.totals(studyDay, studyDay)).toMatchObject([{ answers: 1, good: 1 }]);
	});

	test('reads anew when another tab answered another card', async () => {
		const on = await expecting();
		const [, second] = await on.store.cardsOf(DECK);
		if (!second) throw new Error('Two cards expected.');
		await rated(await tab(on), second, 4);
		await rated(on, on.card, 3);
		const { studyDay } = on.clock.moment();
		expect(await on.store.totals(studyDay, studyDay)).toMatchObject([
			{ answers: 2, good: 1, easy: 1 },
		]);
		expect((await on.store.sessionEvents(0)).map(({ sequence }) => sequence)).toEqual([1, 2]);
	});

	test('is refused when another tab answered the card', async () => {
		const on = await expecting();
		const after = await rated(await tab(on), on.card, 4);
		const before = await allRows(on.db);
		expect(await rate(on, on.card, 3)).toEqual({ kind: 'stale', card: after });
		expect(await allRows(on.db)).toEqual(before);
	});

	test('counts for the deck its card was moved to', async () => {
		const on = await expecting();
		const other = await on.store.createDeck('Mine');
		const { id, noteId } = on.card;
		await on.db.cards.update(id, { deckId: other.id });
		expect(await rated(on, on.card, 3)).toMatchObject({ noteId, deckId: other.id });
		const { studyDay } = on.clock.moment();
		const totals = await on.store.totals(studyDay, studyDay);
		expect(totals).toMatchObject([{ deckId: other.id, answers: 1 }]);
	});

	test('follows settings that changed since', async () => {
		const on = await expecting();
		const quick = await tab(on);
		await quick.store.changeSettings({ parameters: defaultParameters.with(2, 9) });
		const after = await rated(on, on.card, 3);
		expect(after.memory?.stability).toBe(9);
	});

	async function expecting() {
		const on = await bench();
		await on.store.seed([article(3)]);
		const card = await firstCard(on);
		await on.store.settings();
		await on.store.expectAnswer(card, on.clock.moment().studyDay);
		return { ...on, card };
	}
});

test('an answer to a card that has moved since is refused and writes nothing', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const card = await firstCard(on);
	const after = await rated(on, card, 1);
	const before = await allRows(on.db);
	expect(await rate(on, card, 4)).toEqual({ kind: 'stale', card: after });
	expect(await allRows(on.db)).toEqual(before);
});

test('an answer to a card that is gone is refused', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const card = await firstCard(on);
	await on.store.deleteDeck(DECK);
	expect(await rate(on, card, 3)).toEqual({ kind: 'stale', card: null });
});

test('two tabs that answer one queue at once neither double nor lose an answer', async () => {
	const one = await bench();
	const other = await tab(one);
	await Promise.all([one.store.seed([article(40)]), other.store.seed([article(40)])]);
	const cards = await one.store.cardsOf(DECK);
	const answers = await Promise.all(
		cards.flatMap((card) => [rate(one, card, 3), rate(other, card, 4)]),
	);
	const done = answers.filter(({ kind }) => kind === 'done');
	expect(done).toHaveLength(40);
	const events = await one.store.sessionEvents(0);
	expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
	expect(new Set(events.map(({ cardId }) => cardId)).size).toBe(40);
	expect(events).toHaveLength(40);
	const { studyDay } = one.clock.moment();
	expect(await other.store.totals(studyDay, studyDay)).toMatchObject([{ answers: 40 }]);
});

test('ids sort in the order of answers even when the clock is set back', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	let card = await firstCard(on);
	for (const passed of [0, 0, -5 * DAY, 60_000, 5 * DAY]) {
		on.clock.pass(passed);
		card = await rated(on, card, 3);
	}
	const events = await on.store.eventsOf(card.id);
	expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
});

test('another tab hears of an answer, this one only when it asked', async () => {
	const on = await bench();
	const other = await tab(on);
	await on.store.seed([article(3)]);
	const card = await firstCard(on);
	const own = vi.fn();
	const foreign = vi.fn();
	const heard = new Promise((resolve) => {
		const stop = other.store.changes((change) => {
			if (change.part !== 'log') return;
			stop();
			resolve(change);
		});
	});
	on.store.changes(own, { own: true });
	on.store.changes(foreign);
	await rated(on, card, 3);
	expect(await heard).toEqual({ part: 'log', written: null, own: false });
	const [event] = await on.store.eventsOf(card.id);
	const device = await on.db.devices.get(event?.device ?? ('' as DeviceId));
	const written = expect.objectContaining({ event, device }) as unknown;
	expect(own).toHaveBeenCalledWith({ part: 'log', written, own: true });
	expect(foreign).not.toHaveBeenCalled();
});

test('an answer that is committed while the page closes is still acknowledged', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const answering = rate(on, await firstCard(on), 3);
	on.store.changes(() => on.store.close(), { own: true });
	expect(await answering).toMatchObject({ kind: 'done' });
});
