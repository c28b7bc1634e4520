import { expect, test } from 'vitest';
import {
	exampleCard,
	learningCard,
	noon,
	reviewCard,
	today,
} from '#lib/domain/queue/example-card.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { cardStanding } from './card-standing.ts';

const standing = (card: Card) => cardStanding(card, today, noon.at);

test.each<[string, Card]>([
	['new', exampleCard('new')],
	['due now', exampleCard('brought forward', { due: { day: today } })],
	['due now', learningCard('late', -5)],
	['due now', learningCard('on the second', 0)],
	['in 10 min', learningCard('soon', 10)],
	['due now', reviewCard('overdue', -3)],
	['due now', reviewCard('today', 0)],
	['in 1 day', reviewCard('tomorrow', 1)],
	['in 8 days', reviewCard('next week', 8)],
	['in 2 months', reviewCard('far off', 60)],
])('"%s" is said of a card that is $id', (told, card) => {
	expect(standing(card)).toBe(told);
});

test('a buried card is back tomorrow, and stands as ever from then on', () => {
	expect(standing(reviewCard('buried', 0, { buriedThrough: today }))).toBe('back tomorrow');
	const yesterday = addDays(today, -1);
	expect(standing(reviewCard('was buried', 0, { buriedThrough: yesterday }))).toBe('due now');
});

test('a suspended card is told as such before anything else', () => {
	const away = { suspended: true, buriedThrough: today };
	expect(standing(reviewCard('suspended', 0, away))).toBe('suspended');
	expect(standing(reviewCard('leech', 0, { ...away, leech: true }))).toBe('suspended leech');
});

test('a leech that was only tagged stands where its schedule puts it', () => {
	expect(standing(reviewCard('tagged', 4, { leech: true }))).toBe('in 4 days');
});
