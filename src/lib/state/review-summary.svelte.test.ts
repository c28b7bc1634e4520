import { expect, test } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { summaryOf } from './review-summary.ts';
import { CardReader } from './shown-card.ts';

async function answered(...ratings: Rating[]): Promise<{ on: Bench; cards: Card[] }> {
	const on = await bench();
	await on.store.seed([article(5)]);
	await on.store.changeSettings({ newPerDay: ratings.length });
	const cards = await on.store.cardsOf(DECK);
	const after = await Promise.all(
		ratings.map((rating, index) => rated(on, cards[index] ?? missing(), rating)),
	);
	return { on, cards: after };
}

const summary = ({ store, clock }: Bench, sinceSequence = 0) =>
	summaryOf(store, new CardReader(store), clock.moment(), {
		sinceSequence,
		waitUntil: null,
		deckIds: null,
	});

test('hard cards come with their faces, the most missed first', async () => {
	const { on, cards } = await answered(2, 4, 1);
	const { hardCards, ...rest } = await summary(on);
	expect(hardCards.map(({ card }) => card.id)).toEqual([cards[2]?.id, cards[0]?.id]);
	expect(hardCards[0]?.face.prompt).toEqual([
		{ type: 'text', spans: [{ text: 'Q2?', as: 'plain' }] },
	]);
	expect(rest).toMatchObject({ cards: 3, answers: 3, durationMs: 12_000, remembered: null });
});

test('a hard card whose deck is gone is left out', async () => {
	const { on } = await answered(1);
	await on.store.deleteDeck(DECK);
	expect(await summary(on)).toMatchObject({ cards: 1, hardCards: [] });
});

test('tomorrow holds the learning cards left and the new cards of its own limit', async () => {
	const { on } = await answered(1, 4);
	expect((await summary(on)).dueTomorrow).toBe(1 + 2);
});

test('reviews that fall due tomorrow are told, those of later days are not', async () => {
	const { on, cards } = await answered(4, 4);
	await on.store.changeSettings({ newPerDay: 0 });
	const [first, second] = cards;
	if (!first?.due || !second?.due || !('day' in first.due)) throw new Error('Easy takes days.');
	on.clock.pass((first.due.day - on.clock.moment().studyDay - 1) * DAY);
	const tomorrow = on.clock.moment().studyDay + 1;
	const due = cards.filter((card) => card.due && 'day' in card.due && card.due.day <= tomorrow);
	expect((await summary(on)).dueTomorrow).toBe(due.length);
	expect(due.length).toBeGreaterThan(0);
});

test('only what came since the session began is counted, and an undone answer is not', async () => {
	const { on, cards } = await answered(1, 1);
	const [, sequence] = (await on.store.sessionEvents(0)).map((event) => event.sequence);
	on.clock.pass(DAY);
	await rated(on, cards[0] ?? missing(), 3);
	expect(await summary(on, sequence)).toMatchObject({ cards: 1, answers: 1, hardCards: [] });
	await on.store.undo(on.clock.moment());
	expect(await summary(on, sequence)).toMatchObject({ cards: 0, answers: 0 });
});

function missing(): never {
	throw new Error('The deck has fewer cards.');
}
