import { expect, test } from 'vitest';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import { noon } from '#lib/domain/queue/example-card.ts';
import { summarise } from './summary.ts';

const base = (sequence: number, name: string) => ({
	...noon,
	id: `event-${sequence}` as EventId,
	device: 'device' as DeviceId,
	sequence,
	cardId: cardId(noteId(name), 'answer'),
	deckId: deckId('deck'),
});

function review(
	sequence: number,
	name: string,
	rating: Rating,
	from: ReviewEvent['from'] = 'review',
): ReviewEvent {
	const interval = { days: 1 };
	const outcome = {
		state: 'review',
		stepsLeft: 0,
		interval,
		leech: false,
		suspended: false,
	} as const;
	const event = { kind: 'review', rating, durationMs: 2000, from, outcome, via: 'review' } as const;
	return { ...base(sequence, name), ...event };
}

test('a session without answers sums up to nothing', () => {
	const summary = { cards: 0, answers: 0, durationMs: 0, remembered: null, hard: [] };
	expect(summarise([])).toEqual(summary);
});

test('each card counts once, each answer and its time every time', () => {
	const events = [review(1, 'a', 1), review(2, 'b', 3), review(3, 'a', 3, 'relearning')];
	expect(summarise(events)).toMatchObject({ cards: 2, answers: 3, durationMs: 6000 });
});

test('remembered is the share of cards in review that were not rated Again', () => {
	const events = [
		review(1, 'a', 1),
		review(2, 'b', 2),
		review(3, 'c', 3),
		review(4, 'd', 4),
		review(5, 'a', 1, 'relearning'),
		review(6, 'e', 1, 'new'),
	];
	expect(summarise(events).remembered).toBe(0.75);
});

test('nothing is said of what was remembered when no card was in review', () => {
	expect(summarise([review(1, 'a', 3, 'new')]).remembered).toBeNull();
});

test('hard cards are those rated Again or Hard, the most missed first', () => {
	const events = [
		review(1, 'hard', 2),
		review(2, 'once', 1),
		review(3, 'easy', 4),
		review(4, 'twice', 1),
		review(5, 'twice', 1, 'relearning'),
		review(6, 'once-and-hard', 1),
		review(7, 'once-and-hard', 2, 'relearning'),
	];
	expect(summarise(events).hard).toEqual([
		'twice/answer',
		'once-and-hard/answer',
		'once/answer',
		'hard/answer',
	]);
});

test('an answer that was undone is left out, as are events that are no answers', () => {
	const undo: LogEvent = { ...base(3, 'a'), kind: 'undo', undoes: 'event-1' as EventId };
	const suspend: LogEvent = { ...base(4, 'c'), kind: 'suspend' };
	expect(summarise([review(1, 'a', 1), review(2, 'b', 3), undo, suspend])).toEqual({
		cards: 1,
		answers: 1,
		durationMs: 2000,
		remembered: 1,
		hard: [],
	});
});
