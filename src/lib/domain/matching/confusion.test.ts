import { expect, test } from 'vitest';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent, PracticeEvent } from '#lib/domain/log/event.ts';
import { noon } from '#lib/domain/queue/example-card.ts';
import { confusions, timesConfused } from './confusion.ts';

const base = (sequence: number, name: string) => ({
	...noon,
	id: `event-${sequence}` as EventId,
	device: 'device' as DeviceId,
	sequence,
	cardId: cardId(noteId(name), 'speaker'),
	deckId: deckId('deck'),
});

function practice(
	sequence: number,
	name: string,
	confusedWith: string | null,
	drill: PracticeEvent['drill'] = 'match',
): PracticeEvent {
	const rating = confusedWith === null ? 3 : 1;
	return { ...base(sequence, name), kind: 'practice', drill, rating, durationMs: 0, confusedWith };
}

test('confusions are counted by quote and by who was said', () => {
	const found = confusions([
		practice(1, 'a', 'Ann'),
		practice(2, 'a', 'Bob'),
		practice(3, 'b', 'Ann'),
		practice(4, 'a', ' ann'),
		practice(5, 'a', null),
	]);
	const [a, b] = [cardId(noteId('a'), 'speaker'), cardId(noteId('b'), 'speaker')];
	expect(found).toHaveLength(3);
	expect(timesConfused(found, a, 'Ann')).toBe(2);
	expect(timesConfused(found, a)).toBe(3);
	expect(timesConfused(found, b)).toBe(1);
	expect(timesConfused(found, b, 'Bob')).toBe(0);
});

test('what was undone, or was missed in another drill, is no confusion', () => {
	const undo: LogEvent = { ...base(3, 'a'), kind: 'undo', undoes: 'event-1' as EventId };
	expect(confusions([practice(1, 'a', 'Ann'), practice(2, 'a', 'Bob', 'recap'), undo])).toEqual([]);
});
