import { describe, expect, test } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import {
	exampleCard,
	learningCard,
	noon,
	reviewCard,
	today,
} from '#lib/domain/queue/example-card.ts';
import type { Gathered, Queue } from '#lib/domain/queue/queue.ts';
import { afterAnswer, afterRemoval, afterUndo, nextCard } from './session.ts';

const apart = { burySiblings: true };
const minute = 60_000;

function queueOf(cards: readonly Card[], more: Partial<Gathered> = {}): Queue {
	const gathered = { learning: [], due: [], fresh: cards, seenNotes: new Set<never>(), ...more };
	return buildQueue(gathered, new Map(), noon, apart);
}

function nextOf(queue: Queue, minutesAfterNoon = 0): string | number | null {
	const next = nextCard(queue, noon.at + minutesAfterNoon * minute);
	if (next === null) return null;
	return 'waitUntil' in next ? (next.waitUntil - noon.at) / minute : next.noteId;
}

describe('the next card', () => {
	test('is a learning card that is due, before any review', () => {
		expect(nextOf(queueOf([reviewCard('review', -9), learningCard('learning', 0)]))).toBe(
			'learning',
		);
	});

	test('is a review while learning cards are not due yet', () => {
		const queue = queueOf([reviewCard('review', 0), learningCard('learning', 1)]);
		expect(nextOf(queue)).toBe('review');
		expect(nextOf(queue, 1)).toBe('learning');
	});

	test.each([
		{ minutes: 20, shown: 'learning' },
		{ minutes: 21, shown: 21 },
	])('with only a learning card due in $minutes minutes left is: $shown', ({ minutes, shown }) => {
		expect(nextOf(queueOf([learningCard('learning', minutes)]))).toBe(shown);
	});

	test('that is shown early is not the one just answered, unless there is no other', () => {
		const [again, other] = [learningCard('again', 1), learningCard('other', 10)];
		const lastNote = again.noteId;
		expect(nextOf(queueOf([again, other], { lastNote }))).toBe('other');
		expect(nextOf(queueOf([again], { lastNote }))).toBe('again');
	});

	test('is none once nothing is left', () => {
		expect(nextOf(queueOf([]))).toBeNull();
	});
});

describe('an answer', () => {
	test('that sends a card to learning brings it back in the session', () => {
		const [card, other] = [reviewCard('a', -1), reviewCard('b', 0)];
		const again = learningCard('a', 10, { state: 'relearning', lapses: 1 });
		const queue = afterAnswer(queueOf([card, other]), again, noon, apart);
		expect(queue.counts).toEqual({ new: 0, learning: 1, review: 1 });
		expect([nextOf(queue), nextOf(queue, 10)]).toEqual(['b', 'a']);
	});

	test('that graduates the last card ends the session', () => {
		const queue = afterAnswer(queueOf([reviewCard('a', 0)]), reviewCard('a', 8), noon, apart);
		expect(nextOf(queue)).toBeNull();
		expect(queue.counts).toEqual({ new: 0, learning: 0, review: 0 });
	});

	test('that suspends a leech keeps it out, though it would be in relearning', () => {
		const leech = learningCard('a', 10, { state: 'relearning', leech: true, suspended: true });
		expect(nextOf(afterAnswer(queueOf([reviewCard('a', 0)]), leech, noon, apart))).toBeNull();
	});

	test('to a card that is in learning moves it to its new time', () => {
		const queue = queueOf([learningCard('a', 0), learningCard('b', 5)]);
		const { learning } = afterAnswer(queue, learningCard('a', 10), noon, apart);
		expect(learning.map(({ noteId }) => noteId)).toEqual(['b', 'a']);
	});
});

describe('an undo', () => {
	test('shows the card again, before a learning card that is due', () => {
		const card = reviewCard('a', 0);
		const queue = queueOf([card, learningCard('b', 1), reviewCard('c', 1)]);
		const answered = afterAnswer(queue, reviewCard('a', 8), noon, apart);
		const undone = afterUndo(answered, card);
		expect(nextCard(undone, noon.at + 5 * minute)).toBe(card);
		expect(undone.counts).toEqual(queue.counts);
	});

	test('of an Again takes the card out of learning', () => {
		const card = reviewCard('a', 0);
		const answered = afterAnswer(queueOf([card]), learningCard('a', 10), noon, apart);
		const undone = afterUndo(answered, card);
		expect(undone.learning).toEqual([]);
		expect(nextCard(undone, noon.at)).toBe(card);
	});

	test('works on the summary, when the queue is empty', () => {
		const card = exampleCard('a');
		expect(nextCard(afterUndo(queueOf([]), card), noon.at)).toBe(card);
	});

	test('repeated shows the cards in the order they were shown first', () => {
		const [a, b] = [reviewCard('a', -2), reviewCard('b', -1)];
		let queue = queueOf([a, b]);
		for (const name of ['a', 'b']) queue = afterAnswer(queue, reviewCard(name, 8), noon, apart);
		queue = afterUndo(afterUndo(queue, b), a);
		expect(nextOf(queue)).toBe('a');
		expect(nextOf(afterAnswer(queue, reviewCard('a', 8), noon, apart))).toBe('b');
	});

	test('on a queue built anew shows the card once', () => {
		const card = reviewCard('a', 0);
		const undone = afterUndo(queueOf([reviewCard('b', -1), card]), card);
		expect(nextOf(undone)).toBe('a');
		expect(undone.counts.review).toBe(2);
	});

	test('does not show a card that was suspended or buried before', () => {
		const hidden = [
			reviewCard('a', 0, { suspended: true }),
			reviewCard('a', 0, { buriedThrough: today }),
		];
		for (const card of hidden) expect(nextOf(afterUndo(queueOf([]), card))).toBeNull();
	});
});

test('a card that was buried or suspended is gone from wherever it stood', () => {
	const cards = [reviewCard('a', 0), exampleCard('b'), learningCard('c', 0)];
	let queue = afterUndo(queueOf(cards), reviewCard('d', 0));
	for (const { id } of [...cards, reviewCard('d', 0)]) queue = afterRemoval(queue, { id });
	expect(nextOf(queue)).toBeNull();
	expect(queue.counts).toEqual({ new: 0, learning: 0, review: 0 });
});
