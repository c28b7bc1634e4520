import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	MINUTE,
	note,
	rated,
	tab,
} from '#lib/storage/testing/testing-store.ts';
import { Review } from './review.svelte.ts';
import { appOn, rateShown, reviewOn } from './testing-app.ts';

async function reviewing(cards: number) {
	const on = await bench();
	await on.store.seed([article(cards)]);
	return { on, review: await reviewOn(on) };
}

function shown(review: Review) {
	if (!review.shown) throw new Error('No card is on the table.');
	return review.shown;
}

const shownCard = (review: Review) => shown(review).card;

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
