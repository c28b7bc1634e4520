import { describe, expect, test, vi } from 'vitest';
import type { bench } from '#lib/storage/testing/testing-store.ts';
import { DECK, rated, tab } from '#lib/storage/testing/testing-store.ts';
import { rateShown } from './testing-app.ts';
import { reviewing, shownCard } from './testing-review.ts';

describe('another tab', () => {
	test('that was faster is not doubled: the answer is refused, and the next card comes', async () => {
		const { on, review } = await reviewing(3);
		const card = shownCard(review);
		review.reveal();
		// This tab has not heard of it yet.
		review.close();
		await rated(await tab(on), card, 1);
		await review.rate(4);
		expect(review.message).toBe('This card was answered elsewhere. Here is the next one.');
		expect(shownCard(review).id).not.toBe(card.id);
		expect(await on.store.eventsOf(card.id)).toMatchObject([{ rating: 1 }]);
	});

	test('takes the card off this table when it answers it', async () => {
		const { on, review } = await reviewing(3);
		const card = shownCard(review);
		await rated(await tab(on), card, 4);
		await expect.poll(() => review.shown?.card.id).not.toBe(card.id);
		expect(review.progress).toEqual({ done: 1, underWay: 0, total: 3 });
	});

	test('that answers another card leaves this one and its answer on the table', async () => {
		const { on, review } = await reviewing(3);
		const card = shownCard(review);
		review.reveal();
		const promised = review.choices;
		const other = (await on.store.cardsOf(DECK)).find(({ id }) => id !== card.id);
		if (!other) throw new Error('There are three cards.');
		await rated(await tab(on), other, 4);
		await expect.poll(() => review.progress.done).toBe(1);
		await expect.poll(() => review.choices).toEqual(promised);
		expect(shownCard(review)).toEqual(card);
	});

	test('that answers while an answer is being kept here is caught up with', async () => {
		const { on, review } = await reviewing(3);
		const other = await tab(on);
		const { id } = shownCard(review);
		const [, third] = (await on.store.cardsOf(DECK)).filter((card) => card.id !== id);
		if (!third) throw new Error('There are three cards.');
		const heard = new Promise<void>((resolve) => on.store.changes(() => resolve()));
		const answer = on.store.answer.bind(on.store);
		vi.spyOn(on.store, 'answer').mockImplementationOnce(async (request) => {
			const answered = await answer(request);
			await rated(other, third, 4);
			await heard;
			return answered;
		});
		await rateShown(review, 4);
		await expect.poll(() => review.progress).toEqual({ done: 2, underWay: 0, total: 3 });
		await rateShown(review, 4);
		expect(review.summary?.cards).toBe(3);
	});

	/** Answers another card in another tab. @returns what lets this tab read that, which it has begun to */
	async function answeredElsewhere(on: Awaited<ReturnType<typeof bench>>, id: string) {
		const { store } = on;
		const read = store.card.bind(store);
		let letGo: () => void = () => undefined;
		const held = new Promise<void>((resolve) => (letGo = resolve));
		const begun = new Promise<void>((resolve) =>
			vi.spyOn(store, 'card').mockImplementationOnce(async (card) => {
				resolve();
				await held;
				return read(card);
			}),
		);
		const another = (await store.cardsOf(DECK)).find((card) => card.id !== id);
		if (!another) throw new Error('There are three cards.');
		await rated(await tab(on), another, 4);
		await begun;
		return letGo;
	}

	test('whose answer is being read here makes a tap on Show answer wait', async () => {
		const { on, review } = await reviewing(3);
		const { id } = shownCard(review);
		const letGo = await answeredElsewhere(on, id);
		review.reveal();
		letGo();
		await expect.poll(() => review.choices).not.toBeNull();
		expect(shownCard(review).id).toBe(id);
		expect(review.progress.done).toBe(1);
	});

	test('whose answer is being read here makes a rating wait', async () => {
		const { on, review } = await reviewing(3);
		const { id } = shownCard(review);
		review.reveal();
		const letGo = await answeredElsewhere(on, id);
		const rating = review.rate(3);
		letGo();
		await rating;
		expect(await on.store.eventsOf(shownCard(review).id)).toEqual([]);
		expect((await on.store.sessionEvents(0)).map((event) => event.cardId)).toContain(id);
	});

	test('that edits the note shows its text here', async () => {
		const { on, review } = await reviewing(1);
		const before = review.shown?.note;
		if (!before) throw new Error('No card is on the table.');
		const other = await tab(on);
		const body = { kind: 'question', question: 'Why?', answer: 'Because.' } as const;
		await other.store.saveNote({ ...before, body });
		await expect.poll(() => review.shown?.note.body).toEqual(body);
	});
});
