import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import type { CardState } from '#lib/domain/cards/card.ts';
import type { LogEvent, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { addToTotals, emptyTotals, isNothing, totalsOf, type DailyTotals } from './daily-totals.ts';

const day = (number: number) => number as StudyDay;
const deck = deckId('callbacks');

type MakeEvent = (sequence: number, undoes: EventId | undefined) => LogEvent | null;

const places = fc.record({
	studyDay: fc.constantFrom(day(20_000), day(20_001)),
	deckId: fc.constantFrom(deck, deckId('other')),
});
const answers = fc.record({
	rating: fc.constantFrom<Rating>(1, 2, 3, 4),
	from: fc.constantFrom<CardState>('new', 'learning', 'review', 'relearning'),
	durationMs: fc.nat(60_000),
});
const steps: fc.Arbitrary<MakeEvent> = fc
	.tuple(fc.constantFrom('review', 'review', 'practice', 'bury', 'undo'), places, answers)
	.map(([kind, place, answer]) => (sequence, undoes) => {
		const at = { ...base(sequence), ...place };
		switch (kind) {
			case 'review':
				return review(sequence, { ...place, ...answer });
			case 'practice':
				return {
					...at,
					kind: 'practice',
					drill: 'recap',
					rating: 3,
					durationMs: answer.durationMs,
					confusedWith: null,
				};
			case 'bury':
				return { ...at, kind: 'bury', through: place.studyDay };
			default:
				return undoes === undefined ? null : { ...at, kind: 'undo', undoes };
		}
	});

test('each answer is counted by its rating, its state and its time', () => {
	const log = [
		review(1, { from: 'new', rating: 3, durationMs: 4000 }),
		review(2, { from: 'learning', rating: 1, durationMs: 2000 }),
		review(3, { from: 'review', rating: 1, durationMs: 1000 }),
		review(4, { from: 'review', rating: 2, durationMs: 500 }),
		review(5, { from: 'review', rating: 4, durationMs: 300 }),
		review(6, { from: 'relearning', rating: 3, durationMs: 200 }),
	];
	expect(totalsOf(log)).toEqual([
		{
			studyDay: 20_000,
			deckId: deck,
			introduced: 1,
			reviews: 3,
			answers: 6,
			again: 2,
			hard: 1,
			good: 2,
			easy: 1,
			remembered: 2,
			forgotten: 1,
			durationMs: 8000,
			practice: 0,
		},
	]);
});

test('adding events one by one comes to what a count of the whole log comes to, undos included', () => {
	fc.assert(
		fc.property(fc.array(steps, { maxLength: 40 }), (history) => {
			const log: LogEvent[] = [];
			const kept = new Map<string, DailyTotals>();
			const add = (event: LogEvent, sign: 1 | -1) => {
				if (event.kind === 'undo') return;
				const key = `${event.studyDay} ${event.deckId}`;
				const before = kept.get(key) ?? emptyTotals(event.studyDay, event.deckId);
				const after = addToTotals(before, event, sign);
				if (isNothing(after)) kept.delete(key);
				else kept.set(key, after);
			};
			const countable: LogEvent[] = [];
			for (const [index, make] of history.entries()) {
				const event = make(index + 1, countable.at(-1)?.id);
				if (event === null) continue;
				log.push(event);
				if (event.kind !== 'undo') {
					countable.push(event);
					add(event, 1);
				} else {
					const undone = countable.pop();
					if (undone) add(undone, -1);
				}
			}
			expect(sorted([...kept.values()])).toEqual(totalsOf(log));
			for (const totals of kept.values()) {
				expect(totals.again + totals.hard + totals.good + totals.easy).toBe(totals.answers);
				expect(totals.remembered + totals.forgotten).toBe(totals.reviews);
			}
		}),
		{ numRuns: 500 },
	);
});

test('an undo takes away exactly what its event gave', () => {
	const start = addToTotals(emptyTotals(day(20_000), deck), review(1, { rating: 2 }), 1);
	const event = review(2, { from: 'review', rating: 1, durationMs: 1234 });
	expect(addToTotals(addToTotals(start, event, 1), event, -1)).toEqual(start);
	expect(addToTotals(start, event, 1)).not.toEqual(start);
	expect(isNothing(addToTotals(start, review(1, { rating: 2 }), -1))).toBe(true);
});

test('a day’s totals take no event of another day or deck', () => {
	const totals = emptyTotals(day(20_000), deck);
	expect(() => addToTotals(totals, review(1, { studyDay: day(20_001) }), 1)).toThrow('20000');
	expect(() => addToTotals(totals, review(1, { deckId: deckId('other') }), 1)).toThrow('callbacks');
});

function base(sequence: number) {
	return {
		id: `event-${String(sequence).padStart(4, '0')}` as EventId,
		device: 'phone' as DeviceId,
		sequence,
		cardId: cardId(noteId('note'), 'answer'),
		deckId: deck,
		at: sequence * 1000,
		utcOffsetMinutes: 0,
		rolloverHour: 4,
		studyDay: day(20_000),
	};
}

function review(sequence: number, more: Partial<ReviewEvent>): ReviewEvent {
	return {
		...base(sequence),
		kind: 'review',
		rating: 3,
		durationMs: 1000,
		from: 'review',
		via: 'review',
		outcome: {
			state: 'review',
			stepsLeft: 0,
			interval: { days: 3 },
			leech: false,
			suspended: false,
		},
		...more,
	};
}

function sorted(totals: DailyTotals[]): DailyTotals[] {
	return totals.sort((a, b) => a.studyDay - b.studyDay || (a.deckId < b.deckId ? -1 : 1));
}
