import { describe, expect, test, vi } from 'vitest';
import { article, bench, DECK, note, rated, tab } from '#lib/storage/testing/testing-store.ts';
import { rateShown, reviewOn } from './testing-app.ts';
import { reviewing, shown, shownCard } from './testing-review.ts';

describe('undo', () => {
	test('works on the summary, without a limit, and leaves each card as it was', async () => {
		const { on, review } = await reviewing(3);
		const before = await on.store.cardsOf(DECK);
		await rateShown(review, 4, 4, 4);
		expect(review.summary).not.toBeNull();
		const order = (await on.store.sessionEvents(0)).map(({ cardId }) => cardId).reverse();
		for (const id of order) {
			expect(review.canUndo).toBe(true);
			await review.undo();
			expect(review.summary).toBeNull();
			expect(shownCard(review)).toEqual(before.find((card) => card.id === id));
			expect(review.message).toBe('Undone: Easy. The card is back.');
		}
		expect(await on.store.cardsOf(DECK)).toEqual(before);
		expect(review.canUndo).toBe(false);
		await review.undo();
		expect(review.message).toBe('Nothing to undo.');
		expect(review.progress).toEqual({ done: 0, underWay: 0, total: 3 });
	});

	test('is over when its card is on the table: the next tap counts', async () => {
		const { on, review } = await reviewing(2);
		const { id } = shownCard(review);
		await rateShown(review, 4);
		vi.spyOn(on.store, 'peekUndo').mockReturnValueOnce(new Promise(() => undefined));
		void review.undo();
		await expect.poll(() => review.message).toContain('The card is back.');
		review.reveal();
		expect(review.choices).not.toBeNull();
		expect(shownCard(review).id).toBe(id);
	});

	test('works after a reload', async () => {
		const { on, review } = await reviewing(2);
		const before = shownCard(review);
		await rateShown(review, 2);
		review.close();
		const reloaded = await reviewOn(on);
		expect(reloaded.canUndo).toBe(true);
		await reloaded.undo();
		expect(shownCard(reloaded)).toEqual(before);
		expect(reloaded.message).toContain('Hard');
	});

	test.each(['bury', 'suspend'] as const)('takes a %s back', async (act) => {
		const { on, review } = await reviewing(3);
		const before = shownCard(review);
		await review[act]();
		expect(shownCard(review).id).not.toBe(before.id);
		await review.undo();
		expect(shownCard(review)).toEqual(before);
		expect(await on.store.card(before.id)).toEqual(before);
		expect(review.message).toBe(`Undone: ${act}. The card is back.`);
	});
});

describe('setting a card aside', () => {
	test('buries it through today', async () => {
		const { on, review } = await reviewing(3);
		const { id } = shownCard(review);
		await review.bury();
		expect(review.message).toBe('Buried until tomorrow.');
		expect(shownCard(review).id).not.toBe(id);
		const { studyDay } = on.clock.moment();
		expect(await on.store.card(id)).toMatchObject({ buriedThrough: studyDay });
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 3 });
	});

	test('suspends it, and another takes the place that is free in the day’s limit', async () => {
		const { on, review } = await reviewing(12);
		const { id } = shownCard(review);
		await review.suspend();
		expect(review.message).toContain('Suspended');
		expect(await on.store.card(id)).toMatchObject({ suspended: true });
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 11 });
	});

	test('is not told of where there is no card', async () => {
		const { review } = await reviewing(0);
		await review.bury();
		await review.suspend();
		expect(review.message).toBe('');
	});
});

describe('an edit', () => {
	test('changes the text and keeps the progress and the answer that is shown', async () => {
		const { on, review } = await reviewing(1);
		await rateShown(review, 3);
		const before = shownCard(review);
		review.reveal();
		await review.edit(shown(review), { kind: 'question', question: 'Why?', answer: 'Because.' });
		expect(shownCard(review)).toEqual(before);
		expect(before.reps).toBe(1);
		expect(review.shown?.face.prompt).toEqual([
			{ type: 'text', spans: [{ text: 'Why?', as: 'plain' }] },
		]);
		expect(review.choices).not.toBeNull();
		expect(review.message).toBe('Saved.');
		await review.rate(4);
		expect(await on.store.card(before.id)).toMatchObject({ reps: 2, state: 'review' });
	});

	test('that takes the card away goes on to the next', async () => {
		const on = await bench();
		const seeded = article(2);
		const twoMarks = note('lines', { kind: 'cloze', text: '==Know== your ==lines==.' }, 0);
		await on.store.seed([{ ...seeded, notes: [twoMarks, ...seeded.notes.slice(1)] }]);
		const [first, second] = await on.store.cardsOf(DECK);
		if (!first || !second) throw new Error('The note makes two cards.');
		await on.store.suspend(first.id, on.clock.moment());
		const review = await reviewOn(on);
		expect(shownCard(review).id).toBe(second.id);
		await review.edit(shown(review), { kind: 'cloze', text: '==Know== your lines.' });
		expect(shownCard(review).noteId).not.toBe(second.noteId);
		expect(await on.store.card(second.id)).toBeNull();
	});

	test('of a card that another tab took off the table changes that card’s note, and leaves the one that lies there', async () => {
		const { on, review } = await reviewing(3);
		const edited = shown(review);
		await rated(await tab(on), edited.card, 4);
		await expect.poll(() => review.shown?.card.id).not.toBe(edited.card.id);
		review.reveal();
		const { shown: onTable, choices } = review;
		const body = { kind: 'question', question: 'Why?', answer: 'Because.' } as const;
		await review.edit(edited, body);
		expect((await on.store.note(edited.note.id))?.body).toEqual(body);
		const other = shown(review);
		expect(other).toEqual(onTable);
		expect(review.choices).toEqual(choices);
		expect((await on.store.note(other.note.id))?.body).toEqual(other.note.body);
	});

	test('is kept when the session ended meanwhile', async () => {
		const { on, review } = await reviewing(1);
		const edited = shown(review);
		await rated(await tab(on), edited.card, 4);
		await expect.poll(() => review.summary).not.toBeNull();
		const body = { kind: 'question', question: 'Why?', answer: 'Because.' } as const;
		await review.edit(edited, body);
		expect((await on.store.note(edited.note.id))?.body).toEqual(body);
		expect(review.summary).not.toBeNull();
		expect(review.message).toBe('Saved.');
	});
});
