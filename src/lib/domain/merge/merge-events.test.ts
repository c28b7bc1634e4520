import { expect, test } from 'vitest';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { mergeEvents } from './merge-events.ts';

const event = (id: string): LogEvent => ({
	kind: 'suspend',
	id: id as EventId,
	device: 'phone' as DeviceId,
	sequence: 1,
	cardId: cardId(noteId('note'), 'answer'),
	deckId: deckId('deck'),
	at: 0,
	utcOffsetMinutes: 0,
	rolloverHour: 4,
	studyDay: 0 as StudyDay,
});

test('two logs become one in causal order, each event once, whichever comes first', () => {
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(event);
	if (!a || !b || !c || !d) throw new Error('There are four events');
	expect(mergeEvents([d, a], [c, b, a])).toEqual([a, b, c, d]);
	expect(mergeEvents([c, b, a], [d, a])).toEqual([a, b, c, d]);
	expect(mergeEvents([a, b], [])).toEqual([a, b]);
	expect(mergeEvents([], [])).toEqual([]);
});
