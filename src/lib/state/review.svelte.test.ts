import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { article, bench, DAY, DECK, MINUTE } from '#lib/storage/testing/testing-store.ts';
import { Review } from './review.svelte.ts';
import { appOn, rateShown, reviewOn } from './testing-app.ts';
import { reviewing, shownCard } from './testing-review.ts';

describe('a session', () => {
	test('opens with the first card of the day, its answer hidden', async () => {
		const { review } = await reviewing(12);
		expect(review.shown?.face.label).toBe('Question');
		expect(review.shown?.deck?.name).toBe('Callbacks');
		expect(review.choices).toBeNull();
		expect(review.summary).toBeNull();
		expect(review.busy).toBe(false);
		expect(review.canUndo).toBe(false);
		expect(review.progress).toEqual({ done: 0, underWay: 0, total: 10 });
	});

	test('of a deck without cards is over at once', async () => {
		const { review } = await reviewing(0);
		expect(review.shown).toBeNull();
		expect(review.summary).toMatchObject({ cards: 0, waitUntil: null });
	});

	test('of chosen decks shows no card of another', async () => {
		const on = await bench();
		const other = deckId('sides');
		await on.store.seed([article(2), article(3, other)]);
		const review = await reviewOn(on, [other]);
		expect(review.progress.total).toBe(3);
		await rateShown(review, 4, 4, 4);
		const events = await on.store.sessionEvents(0);
		expect(events.map((event) => event.deckId)).toEqual([other, other, other]);
		expect(review.summary).not.toBeNull();
	});

	test('goes on after a reload where it stood', async () => {
		const { on, review } = await reviewing(3);
		await rateShown(review, 4);
		const next = shownCard(review).id;
		review.close();
		const reloaded = await reviewOn(on);
		expect(shownCard(reloaded).id).toBe(next);
		expect(reloaded.progress).toEqual({ done: 1, underWay: 0, total: 3 });
		await rateShown(reloaded, 4, 4);
		expect(reloaded.summary?.cards).toBe(3);
	});

	test('takes a tap on Undo as soon as that is offered', async () => {
		const { on, review } = await reviewing(1);
		await rateShown(review, 4);
		review.close();
		const reloaded = new Review(await appOn(on), null);
		onTestFinished(() => reloaded.close());
		const opening = reloaded.open();
		await vi.waitFor(() => expect(reloaded.canUndo).toBe(true), { interval: 0, timeout: 15_000 });
		await reloaded.undo();
		await opening;
		expect(reloaded.shown).not.toBeNull();
	});

	test('starts with a count of its own once the last one was finished', async () => {
		const { on, review } = await reviewing(3);
		await rateShown(review, 4);
		await review.finish();
		expect((await reviewOn(on)).progress).toEqual({ done: 0, underWay: 0, total: 2 });
	});

	test('starts with a count of its own on another day, and for other decks', async () => {
		const { on, review } = await reviewing(3);
		await rateShown(review, 4);
		expect((await reviewOn(on, [DECK])).progress.done).toBe(0);
		await rateShown(await reviewOn(on), 4);
		on.clock.pass(DAY);
		expect((await reviewOn(on)).progress.done).toBe(0);
	});
});

describe('the card drawn ahead', () => {
	const drawnAhead = (review: Review) =>
		vi.waitFor(
			() => {
				expect(review.table.drawn).toHaveLength(2);
				return review.table.drawn.find((each) => each !== review.shown);
			},
			{ timeout: 15_000 },
		);

	test('waits beside the one on the table while its answer is read, and is then laid there as it is', async () => {
		const { review } = await reviewing(3);
		expect(review.table.drawn).toEqual([review.shown]);
		review.reveal();
		const ahead = await drawnAhead(review);
		const { drawn } = review.table;
		await review.rate(3);
		expect(review.shown).toBe(ahead);
		expect(review.table.drawn).toBe(drawn);
	});

	test('is another one when the answer brings it, such as a step that is over', async () => {
		const { on, review } = await reviewing(3);
		await rateShown(review, 1);
		const first = on.clock.at;
		review.reveal();
		const ahead = await drawnAhead(review);
		on.clock.pass(2 * MINUTE);
		await review.rate(3);
		expect(shownCard(review).id).not.toBe(ahead?.card.id);
		expect(shownCard(review).lastReviewedAt).toBe(first);
		expect(review.table.drawn).toEqual([review.shown]);
	});
});

test('a session that is open over the rollover gathers the new day’s cards', async () => {
	const { on, review } = await reviewing(12);
	await rateShown(review, 4);
	expect(review.progress.total).toBe(10);
	on.clock.pass(DAY);
	await rateShown(review, 4);
	const { studyDay } = on.clock.moment();
	expect(await on.store.totals(studyDay, studyDay)).toMatchObject([{ introduced: 1 }]);
	expect(review.progress).toEqual({ done: 2, underWay: 0, total: 11 });
});
