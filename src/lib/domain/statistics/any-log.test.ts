import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untouched, type CardState, type Progress } from '#lib/domain/cards/card.ts';
import {
	cardId,
	deckId,
	noteId,
	type CardId,
	type DeviceId,
	type EventId,
} from '#lib/domain/cards/ids.ts';
import type { Interval, LogEvent, Rating } from '#lib/domain/log/event.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { countedByHand } from './counted-by-hand.ts';
import {
	addToTotals,
	emptyTotals,
	isNothing,
	sumOfTotals,
	type DailyTotals,
} from './daily-totals.ts';
import { exampleEvent, examplePractice, exampleReview } from './example-event.ts';
import { standingOf } from './standing.ts';
import { totalsDifference } from './totals-difference.ts';
import type { BaseOfCard } from './totals-fold.ts';
import { totalsOf } from './totals-of.ts';

const model = createMemoryModel(defaultParameters);
const cards = ['one', 'two', 'three'].map((name) => cardId(noteId(name), 'answer'));
const decks = [deckId('callbacks'), deckId('sides')];
const today = 20_000 as StudyDay;

type Kind = LogEvent['kind'];

interface Step {
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
}

const kinds = (kind: Kind, weight: number) => ({ arbitrary: fc.constant(kind), weight });
const histories = fc.array(
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
	}),
	{ maxLength: 30, size: '+1' },
);
const bases: readonly BaseOfCard[] = [
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

test('every number equals a count over the log, whatever was answered, practised, undone and merged', () => {
	let firsts = 0;
	let undos = 0;
	fc.assert(
		fc.property(histories, (steps) => {
			const log = logOf(steps);
			const kept = keptStepByStep(log);
			expect(kept).toEqual(totalsOf(log, bases));
			expect(totalsOf([...log].reverse(), bases)).toEqual(kept);
			expect(strip(kept)).toEqual(countedByDay(log));
			for (const totals of kept) {
				firsts += totals.firstYoungRemembered + totals.firstMatureRemembered;
				expect(totals.again + totals.hard + totals.good + totals.easy).toBe(totals.answers);
				expect(totals.remembered + totals.forgotten).toBe(totals.reviews);
			}
			undos += log.filter(({ kind }) => kind === 'undo').length;
		}),
		{ numRuns: 600 },
	);
	expect(firsts).toBeGreaterThan(300);
	expect(undos).toBeGreaterThan(300);
});

test('two devices’ logs merged give the totals of their union', () => {
	fc.assert(
		fc.property(histories, (steps) => {
			const log = logOf(steps);
			const [mine, theirs] = [0, 1].map((device) =>
				log.filter((event) => event.device === `device ${device}`),
			);
			const before = totalsOf(mine ?? [], bases);
			const difference = totalsDifference(before, totalsOf(log, bases));
			expect(added(before, difference)).toEqual(totalsOf(log, bases));
			expect(totalsDifference(before, before)).toEqual([]);
			expect((mine ?? []).length + (theirs ?? []).length).toBe(log.length);
		}),
		{ numRuns: 200 },
	);
});

/** A log in causal order, as several devices that see each other's events write it. */
function logOf(steps: readonly Step[]): LogEvent[] {
	const log: LogEvent[] = [];
	let day = today;
	for (const [index, step] of steps.entries()) {
		day = addDays(day, step.days);
		const { kind, rating, from, interval, durationMs, at, utcOffsetMinutes } = step;
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
				log.push(
					examplePractice(index, { ...place, drill, rating: rating > 1 ? 3 : 1, durationMs }),
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

/** As the store keeps them: answers by the card's row, undos by the difference they make to the card. */
function keptStepByStep(log: readonly LogEvent[]): DailyTotals[] {
	let kept: DailyTotals[] = [];
	for (const [index, event] of log.entries()) {
		const past = log.slice(0, index).filter(({ cardId: id }) => id === event.cardId);
		if (event.kind === 'undo') {
			const difference = totalsDifference(totalsOf(past, bases), totalsOf([...past, event], bases));
			kept = added(kept, difference);
		} else {
			const empty = emptyTotals(event.studyDay, event.deckId);
			const before = standingOf(rowOf(event.cardId, past));
			kept = added(kept, [addToTotals(empty, event, before, 1)]);
		}
	}
	return kept;
}

/** A card's row: its base, if it has one, and what its events made of it. */
function rowOf(id: CardId, past: readonly LogEvent[]): Progress {
	const base = bases.find((each) => each.cardId === id)?.progress ?? untouched;
	return effectiveEvents(past).reduce((row, event) => applyEvent(row, event, model), base);
}

function added(kept: readonly DailyTotals[], more: readonly DailyTotals[]): DailyTotals[] {
	const byKey = new Map(kept.map((totals) => [keyOf(totals), totals]));
	for (const totals of more) {
		const known = byKey.get(keyOf(totals)) ?? emptyTotals(totals.studyDay, totals.deckId);
		byKey.set(keyOf(totals), sumOfTotals(known, totals));
	}
	return [...byKey.values()]
		.filter((totals) => !isNothing(totals))
		.sort((a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1));
}

function keyOf({ studyDay, deckId: deck }: { studyDay: StudyDay; deckId: string }): string {
	return `${studyDay} ${deck}`;
}

/** Day by day and deck by deck, only the counts. */
function strip(totals: readonly DailyTotals[]) {
	return totals.map(({ studyDay: _day, deckId: _deck, ...counts }) => counts);
}

/** The same by hand: what is counted on a day and deck is all of the log but other days' and decks' answers. */
function countedByDay(log: readonly LogEvent[]) {
	const gone = new Set<EventId>(
		log.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])),
	);
	const places = [
		...new Map(
			log
				.filter(({ kind, id }) => (kind === 'review' || kind === 'practice') && !gone.has(id))
				.map((event) => [keyOf(event), event]),
		).values(),
	].sort((a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1));
	return places.map((place) => countedByHand(log, bases, place));
}
