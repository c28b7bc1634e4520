import { expect, test } from 'vitest';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { exampleCard, learningCard, reviewCard, today } from './example-card.ts';
import { isHidden } from './is-hidden.ts';
import { learnAheadMs } from './learn-ahead.ts';
import { dueAt, isTimed, learningOrder } from './learning-order.ts';
import { seededOrder } from './seeded-order.ts';

const names = (cards: readonly { readonly noteId: string }[]) => cards.map(({ noteId }) => noteId);

test('learning cards come soonest first, those of one instant in the order of their ids', () => {
	const cards = [learningCard('b', 5), learningCard('c', 1), learningCard('a', 5)];
	expect(names(learningOrder(cards))).toEqual(['c', 'a', 'b']);
	expect(names(learningOrder(cards.toReversed()))).toEqual(['c', 'a', 'b']);
});

test('a card that waits for a day, or for nothing, is due at once among learning cards', () => {
	const cards = [learningCard('timed', 0), reviewCard('dated', 0), exampleCard('new')];
	expect(cards.map(isTimed)).toEqual([true, false, false]);
	expect(cards.map(dueAt).slice(1)).toEqual([0, 0]);
	expect(names(learningOrder(cards)).at(-1)).toBe('timed');
});

test('reviews come by day, whatever else is among them, and one card twice stays together', () => {
	const cards = [reviewCard('late', 0), reviewCard('early', -3), exampleCard('new')];
	expect(names(seededOrder(cards, today))).toEqual(['new', 'early', 'late']);
	expect(names(seededOrder([...cards, ...cards], today))).toEqual([
		...['new', 'new', 'early', 'early', 'late', 'late'],
	]);
});

test('a card is hidden while suspended, and through the day it is buried', () => {
	const buried = exampleCard('a', { buriedThrough: today });
	expect(isHidden(buried, today)).toBe(true);
	expect(isHidden(buried, (today + 1) as StudyDay)).toBe(false);
	expect(isHidden(exampleCard('a', { suspended: true }), today)).toBe(true);
	// Never buried is not buried through day 0.
	expect(isHidden(exampleCard('a'), 0 as StudyDay)).toBe(false);
	expect(isHidden(exampleCard('a'), -1 as StudyDay)).toBe(false);
});

test('twenty minutes are learned ahead', () => {
	expect(learnAheadMs).toBe(1_200_000);
});
