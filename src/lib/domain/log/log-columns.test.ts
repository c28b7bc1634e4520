import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { exampleEvent } from '#lib/domain/statistics/example-event.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { columnsOf } from './columns-of.ts';
import { eventAt } from './event-at.ts';
import type { LogEvent } from './event.ts';
import { LogColumns } from './log-columns.ts';
import { undoneIn } from './undone-in.ts';

test('ids compare as their texts do, of whatever kind they are', () => {
	const uuid = fc
		.tuple(fc.constantFrom(0, 1, 2 ** 40), fc.uint8Array({ minLength: 10, maxLength: 10 }))
		.map(([time, random]) => uuidV7(time, random));
	const id = fc.oneof(uuid, fc.constantFrom('', '0', 'event', 'f', 'undo'));
	fc.assert(
		fc.property(fc.array(id, { minLength: 1, maxLength: 8 }), (ids) => {
			const columns = columnsOf(
				ids.map((each): LogEvent => ({
					...exampleEvent(1),
					id: each as EventId,
					kind: 'suspend',
				})),
			);
			for (const [one, text] of ids.entries())
				for (const [other, otherText] of ids.entries()) {
					const expected = text < otherText ? -1 : text > otherText ? 1 : 0;
					expect(Math.sign(columns.compareIds(one, other))).toBe(expected);
				}
		}),
		{ numRuns: 500 },
	);
});

test('texts stand in columns once each, and none before one is asked for', () => {
	const columns = new LogColumns();
	expect(columns.texts).toEqual([]);
	expect([columns.numberOf('a'), columns.numberOf('b'), columns.numberOf('a')]).toEqual([0, 1, 0]);
	expect(columns.texts).toEqual(['a', 'b']);
});

test('room is kept while it is enough, and doubled when it is not', () => {
	const columns = new LogColumns();
	columns.reserve(10);
	const { kinds } = columns;
	columns.length = 6;
	columns.reserve(4);
	expect(columns.kinds).toBe(kinds);
	columns.length = 10;
	columns.reserve(1);
	expect(columns.kinds).toHaveLength(20);
	expect(columns.idRests).toHaveLength(200);
});

test('columns hold as many events as there are, in their order, and undos reach over any distance', () => {
	const suspensions = Array.from({ length: 9000 }, (_, index): LogEvent => ({
		...exampleEvent(index + 1),
		kind: 'suspend',
	}));
	const undo: LogEvent = { ...exampleEvent(9001), kind: 'undo', undoes: exampleEvent(5).id };
	const events = [...suspensions, undo];
	const columns = columnsOf(events);
	const read = Array.from({ length: columns.length }, (_, place) => eventAt(columns, place));
	expect(read).toEqual(events);
	const undone = Array.from(undoneIn(columns).entries()).filter(([, is]) => is === 1);
	expect(undone).toEqual([[4, 1]]);
});
