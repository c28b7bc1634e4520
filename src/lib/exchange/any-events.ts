import fc from 'fast-check';
import type { Card } from '#lib/domain/cards/card.ts';
import type { DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { kinds } from '#lib/domain/log/segment-codes.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';

export const anyTime = fc.integer({ min: 0, max: 4e12 });
export const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => n as StudyDay);

/** For tests: what one event says; `card` is a number of one of the cards. */
export interface EventFields {
	readonly card: number;
	readonly kind: LogEvent['kind'];
	readonly rating: 1 | 3;
	readonly at: number;
	readonly day: StudyDay;
	readonly utcOffsetMinutes: number;
}

/** For tests: every kind, a review twice as often. */
export const anyEventFields = fc.record<EventFields>({
	card: fc.nat(),
	kind: fc.constantFrom('review' as const, ...kinds),
	rating: fc.constantFrom(1 as const, 3 as const),
	at: anyTime,
	day: anyDay,
	utcOffsetMinutes: fc.integer({ min: -720, max: 840 }),
});

/** For tests: the log of one device with these events. An undo takes back its card’s event before it, or itself. */
export function eventsOf(
	all: readonly EventFields[],
	cards: readonly Pick<Card, 'id' | 'deckId'>[],
	device: DeviceId,
): LogEvent[] {
	const log: LogEvent[] = [];
	for (const [index, fields] of all.entries()) {
		const card = cards[fields.card % cards.length];
		if (!card) continue;
		const earlier = log.findLast(({ cardId }) => cardId === card.id);
		const base = {
			id: uuidV7(1_700_000_000_000 + index, new Uint8Array(10)) as EventId,
			device,
			sequence: index + 1,
			cardId: card.id,
			deckId: card.deckId,
			at: fields.at,
			utcOffsetMinutes: fields.utcOffsetMinutes,
			rolloverHour: 4,
			studyDay: fields.day,
		};
		log.push(eventOf(fields, base, earlier?.id));
	}
	return log;
}

function eventOf(
	{ kind, rating }: EventFields,
	base: Omit<LogEvent, 'kind'>,
	earlier: EventId | undefined,
): LogEvent {
	switch (kind) {
		case 'review':
			return {
				...base,
				kind,
				rating,
				durationMs: 1234,
				from: 'new',
				outcome: {
					state: rating === 1 ? 'learning' : 'review',
					stepsLeft: rating === 1 ? 2 : 0,
					interval: rating === 1 ? { seconds: 60 } : { days: 9 },
					leech: false,
					suspended: false,
				},
				via: 'recap',
			};
		case 'practice':
			return { ...base, kind, rating, durationMs: 1, drill: 'match', confusedWith: 'Somebody' };
		case 'undo':
			return { ...base, kind, undoes: earlier ?? base.id };
		case 'reschedule':
			return { ...base, kind, day: base.studyDay };
		case 'bury':
			return { ...base, kind, through: base.studyDay };
		default:
			return { ...base, kind };
	}
}
