import { expect, test } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import { article, bench, DECK } from '#lib/storage/testing/testing-store.ts';

test('all cards of the deck come, in its order, a few at a time', async () => {
	const { store } = await bench();
	await store.seed([article(700), article(5, deckId('sides'))]);
	const slices: Card[][] = [];
	for await (const cards of store.cardsInSlices(DECK)) slices.push([...cards]);
	expect(slices.flat()).toEqual(await store.cardsOf(DECK));
	expect(slices.length).toBeGreaterThan(2);
});

test('cards that share a position are met once each', async () => {
	const { store } = await bench();
	const { deck, notes } = article(1300);
	const crowded = notes.map((note, index) => ({ ...note, position: index < 900 ? 4 : 9 }));
	await store.seed([{ deck, notes: crowded }]);
	const ids: string[] = [];
	for await (const cards of store.cardsInSlices(DECK)) ids.push(...cards.map(({ id }) => id));
	expect(ids.length).toBe(1300);
	expect(new Set(ids).size).toBe(1300);
});

test('a deck without cards has no slice', async () => {
	const { store } = await bench();
	for await (const cards of store.cardsInSlices(DECK)) expect(cards).toBe('nothing');
	expect(await store.cardsOf(DECK)).toEqual([]);
});
