import fc from 'fast-check';
import { untouched, type CardState, type Progress } from '../../src/lib/domain/cards/card.ts';
import {
	cardId,
	deckId,
	noteId,
	type CardId,
	type DeviceId,
} from '../../src/lib/domain/cards/ids.ts';
import { applyEvent } from '../../src/lib/domain/log/apply-event.ts';
import { effectiveEvents } from '../../src/lib/domain/log/effective-events.ts';
import type { Interval, LogEvent, Rating } from '../../src/lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from '../../src/lib/domain/memory/fsrs.ts';
import { addDays, type StudyDay } from '../../src/lib/domain/time/study-day.ts';
import {
	exampleEvent,
	examplePractice,
	exampleReview,
} from '../../src/lib/domain/statistics/example-event.ts';
import type { BaseOfCard } from '../../src/lib/domain/statistics/totals-fold.ts';

// For tests: anything that two devices may do to three cards, one of which came with a memory.

export const model = createMemoryModel(defaultParameters);
export const cards = ['one', 'two', 'three'].map((name) => cardId(noteId(name), 'answer'));
const decks = [deckId('callbacks'), deckId('sides')];
export const today = 20_000 as StudyDay;

type Kind = LogEvent['kind'];

export interface Step {
	readonly kind: Kind;
	readonly device: number;
	readonly card: number;
	readonly deck: number;
	/** Days since the step before; below 0 where the clock was set back. */
	readonly days: number;
	readonly rating: Rating;
	readonly from: CardState;
	readonly interval: Interval;
	readonly durationMs: number;
	readonly at: number;
	readonly utcOffsetMinutes: number;
	/** Which of the device's events an undo takes back, from the last. */
	readonly back: number;
	/** Whom a wrong match named. */
	readonly said: string;
}

const kinds = (kind: Kind, weight: number) => ({ arbitrary: fc.constant(kind), weight });
export const histories = fc.array(
	fc.record<Step>({
		kind: fc.oneof(
			kinds('review', 8),
			kinds('practice', 2),
			kinds('undo', 3),
			kinds('reschedule', 1),
			kinds('reset', 1),
			kinds('bury', 1),
			kinds('suspend', 1),
		),
		device: fc.nat(1),
		card: fc.nat(cards.length - 1),
		deck: fc.nat(1),
		days: fc.constantFrom(0, 0, 0, 1, 1, 3, 25, -4),
		rating: fc.constantFrom(1, 2, 3, 4),
		from: fc.constantFrom('new', 'learning', 'review', 'review', 'relearning'),
		interval: fc.constantFrom(
			{ seconds: 600 },
			{ days: 1 },
			{ days: 20 },
			{ days: 21 },
			{ days: 90 },
		),
		durationMs: fc.nat(60_000),
		at: fc.nat(2e12),
		utcOffsetMinutes: fc.constantFrom(-210, 0, 60, 345),
		back: fc.nat(2),
		said: fc.constantFrom('Ann', 'Bob', 'Cid'),
	}),
	{ maxLength: 30, size: '+1' },
);
export const bases: readonly BaseOfCard[] = [
	{
		cardId: cards[2] as CardId,
		progress: {
			...untouched,
			state: 'review',
			lastReviewedDay: addDays(today, -30),
			due: { day: addDays(today, 2) },
		},
	},
];

/** A log in causal order, as several devices that see each other's events write it. */
export function logOf(steps: readonly Step[]): LogEvent[] {
	const log: LogEvent[] = [];
	let day = today;
	for (const [index, step] of steps.entries()) {
		day = addDays(day, step.days);
		const { kind, rating, from, interval, durationMs, at, utcOffsetMinutes, said } = step;
		const deviceName = `device ${step.device}` as DeviceId;
		const card = cards[step.card] as CardId;
		const deck = decks[step.deck] ?? deckId('sides');
		const place = {
			device: deviceName,
			cardId: card,
			deckId: deck,
			studyDay: day,
			at,
			utcOffsetMinutes,
		};
		const base = { ...exampleEvent(index), ...place };
		const outcome = { ...exampleReview(0).outcome, interval };
		switch (kind) {
			case 'review':
				log.push(exampleReview(index, { ...place, rating, from, durationMs, outcome }));
				break;
			case 'practice': {
				const drill = (['recap', 'match', 'again'] as const)[rating % 3] ?? 'recap';
				const confusedWith = drill === 'match' && rating === 1 ? said : null;
				log.push(
					examplePractice(index, {
						...place,
						drill,
						rating: rating > 1 ? 3 : 1,
						durationMs,
						confusedWith,
					}),
				);
				break;
			}
			case 'undo': {
				const own = log.filter(
					({ device, kind: each }) => device === deviceName && each !== 'undo',
				);
				const target = own.at(-1 - step.back);
				if (target) log.push({ ...base, kind, undoes: target.id, cardId: target.cardId });
				break;
			}
			case 'reschedule':
				log.push({ ...base, kind, day: addDays(day, rating * 10 - 15) });
				break;
			case 'bury':
				log.push({ ...base, kind, through: day });
				break;
			default:
				log.push({ ...base, kind });
		}
	}
	return log;
}

/** A card's row: its base, if it has one, and what its events made of it. */
export function rowOf(id: CardId, past: readonly LogEvent[]): Progress {
	const base = bases.find((each) => each.cardId === id)?.progress ?? untouched;
	return effectiveEvents(past).reduce((row, event) => applyEvent(row, event, model), base);
}
