import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { causalOrder } from './causal-order.ts';
import { effectiveByCard } from './effective-by-card.ts';
import { effectiveEvents, undoneIds } from './effective-events.ts';
import { eventAt } from './event-at.ts';
import type { LogEvent } from './event.ts';
import { LogColumns } from './log-columns.ts';
import { packEvents, unpackInto } from './segment.ts';
import { undoneIn } from './undone-in.ts';

/** Events of three cards and two devices, undos of any of them, some ids that are no UUIDs, in any order. */
const logs = fc
	.array(
		fc.record({
			card: fc.constantFrom('a', 'b', 'c'),
			device: fc.constantFrom('phone', 'laptop'),
			time: fc.nat(40),
			named: fc.boolean(),
			undoes: fc.option(fc.nat(), { freq: 2 }),
		}),
		{ maxLength: 40 },
	)
	.map((all) => {
		const ids = all.map(({ time, named }, index) => {
			const random = Uint8Array.from({ length: 10 }, () => index);
			return (named && time % 7 === 0 ? `id ${index}` : uuidV7(time, random)) as EventId;
		});
		return all.map(({ card, device, time, undoes }, index): LogEvent => {
			const base = {
				id: ids[index] ?? ('' as EventId),
				device: device as DeviceId,
				sequence: index + 1,
				at: time,
				utcOffsetMinutes: 0,
				rolloverHour: 4,
				studyDay: time as StudyDay,
				cardId: card as CardId,
				deckId: 'deck' as DeckId,
			};
			const target = undoes === null ? undefined : ids[undoes % ids.length];
			return target ? { ...base, kind: 'undo', undoes: target } : { ...base, kind: 'suspend' };
		});
	});

/** In segments of a few events each, so that undos reach over their borders. */
function inSegments(events: readonly LogEvent[], size: number): LogColumns {
	const columns = new LogColumns();
	for (let from = 0; from < events.length; from += size) {
		unpackInto(columns, packEvents(events.slice(from, from + size)));
	}
	return columns;
}

test('what counts of each card in the columns is what counts of its events', () => {
	fc.assert(
		fc.property(logs, fc.integer({ min: 1, max: 9 }), (events, size) => {
			const cards = new Set(events.map(({ cardId }) => cardId));
			const found = new Map(
				[...effectiveByCard(inSegments(events, size))].map((one) => [one.cardId, one.events]),
			);
			expect([...found.keys()]).toEqual([...cards].sort());
			for (const card of cards) {
				const own = events.filter(({ cardId }) => cardId === card);
				expect(found.get(card)).toEqual(effectiveEvents(own));
			}
		}),
		{ numRuns: 1000 },
	);
});

test('only the cards that are wanted are looked at', () => {
	fc.assert(
		fc.property(logs, fc.subarray(['a', 'b', 'c', 'd']), (events, asked) => {
			const wanted = new Set(asked as CardId[]);
			const found = [...effectiveByCard(inSegments(events, 5), wanted)];
			const all = [...effectiveByCard(inSegments(events, 5))];
			expect(found).toEqual(all.filter(({ cardId }) => wanted.has(cardId)));
		}),
	);
});

test('the causal order of columns is that of the ids', () => {
	fc.assert(
		fc.property(logs, (events) => {
			const columns = inSegments(events, 5);
			const ordered = Array.from(causalOrder(columns), (place) => eventAt(columns, place).id);
			expect(ordered).toEqual(events.map(({ id }) => id).sort());
		}),
	);
});

test('what is undone in the columns is what some undo among the events names', () => {
	fc.assert(
		fc.property(logs, fc.integer({ min: 1, max: 9 }), (events, size) => {
			const undone = undoneIds(events);
			const expected = events.map(({ id }) => (undone.has(id) ? 1 : 0));
			expect(Array.from(undoneIn(inSegments(events, size)))).toEqual(expected);
		}),
		{ numRuns: 500 },
	);
});
