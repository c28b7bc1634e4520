import { expect, test } from 'vitest';
import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { columnsOf } from '#lib/domain/log/columns-of.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { GatheredLog } from './gathered-log.ts';

function event(device: string, sequence: number): LogEvent {
	return {
		kind: 'suspend',
		id: `${device} ${sequence}` as EventId,
		device: device as DeviceId,
		sequence,
		cardId: 'card' as CardId,
		deckId: 'deck' as DeckId,
		at: sequence,
		utcOffsetMinutes: 0,
		rolloverHour: 4,
		studyDay: 0 as StudyDay,
	};
}

test('what several copies hold is there once', () => {
	const gathered = new GatheredLog();
	gathered.add([event('a', 2), event('b', 1)]);
	gathered.add([event('a', 1), event('a', 2)]);
	gathered.addLog(columnsOf([event('b', 1), event('b', 2)]));
	const { log } = gathered;
	expect(Array.from({ length: log.length }, (_, place) => log.idAt(place))).toEqual([
		'a 2',
		'b 1',
		'a 1',
		'b 2',
	]);
});

test('an event that no version of the app could have written costs none of the others', () => {
	const gathered = new GatheredLog();
	const odd = { ...event('a', 2), kind: 'sing' } as unknown as LogEvent;
	expect(gathered.add([event('a', 1), odd, event('a', 3)])).toBe(1);
	expect(Array.from({ length: 2 }, (_, place) => eventAt(gathered.log, place))).toEqual([
		event('a', 1),
		event('a', 3),
	]);
});
