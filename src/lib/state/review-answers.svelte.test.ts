import { describe, expect, test, vi } from 'vitest';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import { article, bench, DAY, MINUTE } from '#lib/storage/testing/testing-store.ts';
import { rateShown, reviewOn } from './testing-app.ts';
import { reviewing, shownCard } from './testing-review.ts';

describe('an answer', () => {
	test('does what its button said', async () => {
		const { on, review } = await reviewing(3);
		const { id } = shownCard(review);
		review.reveal();
		const promised = review.choices?.[2];
		on.clock.pass(3 * MINUTE);
		await review.rate(2);
		expect(promised).toBeDefined();
		expect(await on.store.eventsOf(id)).toMatchObject([
			{ kind: 'review', rating: 2, via: 'review', outcome: promised },
		]);
	});

	test('is kept with the time it took, at most a minute', async () => {
		const { on, review } = await reviewing(3);
		on.clock.pass(7000);
		await rateShown(review, 4);
		on.clock.pass(61 * MINUTE);
		await rateShown(review, 4);
		const events = await on.store.sessionEvents(0);
		expect(events).toMatchObject([{ durationMs: 7000 }, { durationMs: 60_000 }]);
	});

	test('is not taken before it is shown', async () => {
		const { on, review } = await reviewing(3);
		const before = shownCard(review);
		await review.rate(3);
		expect(shownCard(review)).toEqual(before);
		expect(await on.store.sessionEvents(0)).toEqual([]);
	});

	test('is taken once from a double tap, and the next card stays hidden', async () => {
		const { on, review } = await reviewing(3);
		review.reveal();
		await Promise.all([review.rate(4), review.rate(4), review.rate(1)]);
		expect(await on.store.sessionEvents(0)).toHaveLength(1);
		expect(review.choices).toBeNull();
		// Nor is the second tap taken for an answer from elsewhere.
		expect(review.message).toBe('');
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 3 });
	});

	test('asks the browser to keep the data, which nothing before it does', async () => {
		const { on, review } = await reviewing(3);
		const persist = vi.spyOn(on.store, 'persist');
		review.reveal();
		await review.bury();
		await review.undo();
		expect(persist).not.toHaveBeenCalled();
		await rateShown(review, 3);
		expect(persist).toHaveBeenCalledOnce();
	});

	test('that could not be kept leaves the card on the table for another try', async () => {
		const { on, review } = await reviewing(3);
		const before = shownCard(review);
		review.reveal();
		const failing = failWrite(1);
		await expect(review.rate(3)).rejects.toThrow();
		failing.repair();
		expect(shownCard(review)).toEqual(before);
		expect(review.choices).not.toBeNull();
		await review.rate(3);
		expect(await on.store.sessionEvents(0)).toHaveLength(1);
	});

	test('that makes a leech says so, and what became of the card', async () => {
		const on = await bench();
		await on.store.seed([article(1)]);
		await on.store.changeSettings({ leechThreshold: 1, leechAction: 'suspend' });
		const review = await reviewOn(on);
		const { id } = shownCard(review);
		await rateShown(review, 4);
		expect(review.message).toBe('');
		on.clock.pass(30 * DAY);
		const later = await reviewOn(on);
		await rateShown(later, 1);
		expect(later.message).toContain('leech and suspended');
		expect(await on.store.card(id)).toMatchObject({ suspended: true, leech: true });
	});
});

describe('progress', () => {
	test('counts a card as done only when it stays away for today', async () => {
		const { on, review } = await reviewing(3);
		await rateShown(review, 4);
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 3 });
		await rateShown(review, 1);
		expect(review.progress).toEqual({ done: 1, underWay: 1, total: 3 });
		await rateShown(review, 4);
		expect(review.progress).toEqual({ done: 2, underWay: 1, total: 3 });
		on.clock.pass(MINUTE);
		await rateShown(review, 4);
		expect(review.progress).toEqual({ done: 3, underWay: 0, total: 3 });
		expect(review.summary).toMatchObject({ cards: 3, answers: 4 });
	});

	test('goes back with an undo', async () => {
		const { review } = await reviewing(3);
		await rateShown(review, 4, 4);
		await review.undo();
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 3 });
	});
});

describe('a learning card', () => {
	test('comes early rather than ending the session', async () => {
		const { review } = await reviewing(1);
		const { id } = shownCard(review);
		await rateShown(review, 3);
		expect(shownCard(review)).toMatchObject({ id, state: 'learning' });
		expect(review.choices).toBeNull();
	});

	test('that is due much later ends the session, which says when it comes', async () => {
		const on = await bench();
		await on.store.seed([article(1)]);
		await on.store.changeSettings({ learningStepsSeconds: [3600] });
		const review = await reviewOn(on);
		await rateShown(review, 1);
		expect(review.shown).toBeNull();
		expect(review.summary?.waitUntil).toBe(on.clock.at + 60 * MINUTE);
	});
});
