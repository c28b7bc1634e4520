import { expect, test } from 'vitest';
import { learningCard, noon, today } from './example-card.ts';
import { limits, noLimits, queueOf } from './example-queue.ts';

test('learning cards come whatever the limits say, soonest first', () => {
	const cards = [learningCard('b', 5), learningCard('a', -5), learningCard('c', 90)];
	const { learning, counts } = queueOf(cards, {}, limits(0, 0));
	expect(learning.map(({ noteId }) => noteId)).toEqual(['a', 'b', 'c']);
	expect(counts.learning).toBe(3);
});

test('a learning card that is due after the rollover is not counted for today', () => {
	const cards = [learningCard('tonight', 15 * 60), learningCard('tomorrow', 16 * 60)];
	const { learning, counts } = queueOf(cards);
	expect(learning).toHaveLength(2);
	expect(counts.learning).toBe(1);
});

test('in the last minutes of a study day, what is learned ahead from the next one counts for today', () => {
	const late = { ...noon, at: noon.at + 15.9 * 3_600_000 };
	const minutes = (after: number) => learningCard(`in-${after}`, 15.9 * 60 + after);
	const ahead = queueOf([minutes(20), minutes(21)], {}, noLimits, late);
	expect(ahead.counts.learning).toBe(1);
});

test('a step of a day stands among the reviews and counts as learning', () => {
	const card = learningCard('day-step', 0, { due: { day: today } });
	const { main, counts } = queueOf([card], {}, limits(0, 0));
	expect(main).toEqual([card]);
	expect(counts).toEqual({ new: 0, learning: 1, review: 0 });
});
