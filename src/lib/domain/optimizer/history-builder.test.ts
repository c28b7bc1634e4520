import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LogEvent, Rating } from '#lib/domain/log/event.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { HistoryBuilder } from './history-builder.ts';
import { usableReviews, LONGEST_HISTORY } from './histories.ts';
import { ModelStep } from './model-step.ts';

const card = { cardId: cardId(noteId('quote'), 'speaker'), deckId: deckId('callbacks') };
const idOf = (place: number) => place.toString(16).padStart(8, '0') as EventId;

interface Act {
	readonly kind: 'review' | 'recap' | 'practice' | 'undo' | 'reset' | 'bury';
	readonly rating: Rating;
	readonly days: number;
	readonly back: number;
}

const acts = fc.array(
	fc.record<Act>({
		kind: fc.constantFrom(
			'review',
			'review',
			'review',
			'recap',
			'practice',
			'undo',
			'reset',
			'bury',
		),
		rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
		days: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 40 })),
		back: fc.integer({ min: 1, max: 5 }),
	}),
	{ maxLength: 30 },
);

function eventsOf(list: readonly Act[]): LogEvent[] {
	let day = 20_000;
	return list.map(({ kind, rating, days, back }, place): LogEvent => {
		day += days;
		const base = {
			...card,
			id: idOf(place),
			device: 'phone' as DeviceId,
			sequence: place + 1,
			at: day * 86_400_000 + place,
			utcOffsetMinutes: 0,
			rolloverHour: 4,
			studyDay: day as StudyDay,
		};
		switch (kind) {
			case 'review':
			case 'recap':
				return {
					...base,
					kind: 'review',
					rating,
					durationMs: 1,
					from: 'review',
					via: kind,
					outcome: {
						state: 'review',
						stepsLeft: 0,
						interval: { days: 1 },
						leech: false,
						suspended: false,
					},
				};
			case 'practice':
				return { ...base, kind, drill: 'match', rating: 1, durationMs: 1, confusedWith: null };
			case 'undo':
				return { ...base, kind, undoes: idOf(Math.max(0, place - back)) };
			case 'bury':
				return { ...base, kind, through: base.studyDay };
			case 'reset':
				return { ...base, kind };
		}
	});
}

test('the last history leads to the memory that replay gives the card, whatever happened to it', () => {
	const model = createMemoryModel(defaultParameters);
	let compared = 0;
	fc.assert(
		fc.property(acts, (list) => {
			const events = eventsOf(list);
			const builder = new HistoryBuilder();
			builder.add(effectiveEvents(events.toReversed()));
			const { starts, ratings, gaps, times } = builder.finish();
			const { memory, reps } = replay(events, model);
			expect(gaps.every((gap) => gap >= 0)).toBe(true);
			expect([ratings.length, gaps.length, times.length]).toEqual(Array(3).fill(starts.at(-1)));
			if (memory === null) return;
			const [start = 0, end = 0] = starts.slice(-2);
			expect(end - start).toBe(reps);
			const step = new ModelStep(defaultParameters);
			step.start(ratings[start] ?? 0);
			for (let review = start + 1; review < end; review++) {
				const gap = gaps[review] ?? 0;
				step.next(gap, ratings[review] ?? 0, step.retrievability(gap));
			}
			expect(Math.abs(step.stability / memory.stability - 1)).toBeLessThan(1e-3);
			expect(step.difficulty).toBeCloseTo(memory.difficulty, 4);
			compared++;
		}),
		{ numRuns: 2000 },
	);
	expect(compared).toBeGreaterThan(1000);
});

const plain = (kind: Act['kind'], rating: Rating = 3, days = 1, back = 1): Act => ({
	kind,
	rating,
	days,
	back,
});

const counting = (acts: readonly Act[]) => effectiveEvents(eventsOf(acts));

test('a reset begins another history; practice and what was undone are in none', () => {
	const builder = new HistoryBuilder();
	builder.add(
		counting([
			plain('review', 3),
			plain('practice'),
			plain('recap', 1, 4),
			plain('review', 2, 3),
			plain('undo', 3, 0, 1),
			plain('reset'),
			plain('review', 4, 9),
			plain('review', 3, 2),
		]),
	);
	const histories = builder.finish();
	expect([...histories.starts]).toEqual([0, 2, 4]);
	expect([...histories.ratings]).toEqual([3, 1, 4, 3]);
	expect([...histories.gaps]).toEqual([0, 5, 0, 2]);
	expect(usableReviews(histories).length).toBe(2);
});

test('a card that was brought in with a memory tells nothing until it is reset', () => {
	const builder = new HistoryBuilder();
	builder.add(
		counting([plain('review'), plain('review'), plain('reset'), plain('review', 1)]),
		true,
	);
	expect([...builder.finish().ratings]).toEqual([1]);
});

test('only so many reviews of one history are looked at, and none of the same day', () => {
	const builder = new HistoryBuilder();
	builder.add(counting(Array.from({ length: 100 }, () => plain('review'))));
	builder.add(counting([plain('review'), plain('review', 3, 0), plain('review', 3, 0)]));
	expect(usableReviews(builder.finish()).length).toBe(LONGEST_HISTORY - 1);
});
