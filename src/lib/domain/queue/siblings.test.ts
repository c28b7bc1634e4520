import { expect, test } from 'vitest';
import { noteId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from './build-queue.ts';
import { exampleCard, learningCard, noon, reviewCard } from './example-card.ts';
import { gathered, mainOf, noLimits } from './example-queue.ts';

test('of siblings one comes a day, a review before a new card', () => {
	expect(mainOf([exampleCard('a/1'), reviewCard('a/2', 0), exampleCard('b/1')])).toEqual([
		'a/2',
		'b/1',
	]);
});

test('a note that was answered today, or that has a card in learning, shows no sibling', () => {
	const cards = [exampleCard('a/1'), exampleCard('b/1'), learningCard('b/2', 3), exampleCard('c')];
	expect(mainOf(cards, { seenNotes: new Set([noteId('a')]) })).toEqual(['c']);
});

test('siblings that may come on one day do not follow each other', () => {
	const cards = [0, 1, 2].flatMap((part) => [
		exampleCard(`a/${part}`, { position: part }),
		exampleCard(`b/${part}`, { position: 10 + part }),
	]);
	const { main } = buildQueue(gathered(cards), noLimits, noon, { burySiblings: false });
	expect(main).toHaveLength(6);
	main.forEach((card, index) => expect(card.noteId).not.toBe(main[index + 1]?.noteId));
});
