import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId } from '../../src/lib/domain/cards/ids.ts';
import type { Memory } from '../../src/lib/domain/cards/card.ts';
import { effectiveEvents } from '../../src/lib/domain/log/effective-events.ts';
import type { LogEvent } from '../../src/lib/domain/log/event.ts';
import { confusions } from '../../src/lib/domain/matching/confusion.ts';
import { addDays } from '../../src/lib/domain/time/study-day.ts';
import { bases, cards, histories, logOf, model, rowOf, today } from './any-log.ts';
import { CalibrationCount, recallBins } from '../../src/lib/domain/statistics/calibration.ts';
import { CardCount, FORECAST_DAYS } from '../../src/lib/domain/statistics/card-figures.ts';
import { dayBuckets } from '../../src/lib/domain/statistics/day-buckets.ts';
import { mixUps } from '../../src/lib/domain/statistics/speaker-confusions.ts';

// What the screen shows beside the totals of days, each number counted a second time over a random log, the slow way.

const ofCard = (log: readonly LogEvent[], id: CardId) => log.filter(({ cardId }) => cardId === id);

/** What counts of a log, oldest first. */
function counting(log: readonly LogEvent[]): LogEvent[] {
	const gone = log.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : []));
	return log
		.filter(({ id, kind }) => kind !== 'undo' && !gone.includes(id))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Sample {
	readonly chance: number;
	readonly recalled: boolean;
	/** Days since the review before, which review of the card, and lapses before it. */
	readonly place: readonly [days: number, nth: number, lapses: number];
}

/** Every prediction of a card's reviews: what came since its last reset, replayed from its start each time. */
function samplesOf(log: readonly LogEvent[], id: CardId): Sample[] {
	const all = counting(ofCard(log, id));
	return all.flatMap((event, index) => {
		if (event.kind !== 'review') return [];
		const before = all.slice(0, index);
		const since = before.slice(before.findLastIndex(({ kind }) => kind === 'reset') + 1);
		const wasReset = since.length < before.length;
		const base = wasReset ? undefined : bases.find(({ cardId }) => cardId === id)?.progress;
		let memory: Memory | null = base?.memory ?? null;
		let last = base?.lastReviewedDay ?? null;
		let [nth, lapses] = [1, 0];
		for (const past of since) {
			if (past.kind !== 'review') continue;
			const days = last === null ? 0 : Math.max(0, past.studyDay - last);
			if (memory && days > 0) [nth, lapses] = [nth + 1, lapses + (past.rating === 1 ? 1 : 0)];
			memory = model.next(memory, days, past.rating);
			last = past.studyDay;
		}
		const days = last === null ? 0 : Math.max(0, event.studyDay - last);
		if (!memory || days === 0) return [];
		const chance = Math.min(0.9999, Math.max(0.0001, model.retrievability(memory, days)));
		return [{ chance, recalled: event.rating > 1, place: [days, nth + 1, lapses] as const }];
	});
}

test('predicted recall, log loss and RMSE (bins) are those of every review by itself', () => {
	let compared = 0;
	fc.assert(
		fc.property(histories, (steps) => {
			const log = logOf(steps);
			const count = new CalibrationCount(model);
			for (const id of cards) {
				const base = bases.find(({ cardId }) => cardId === id)?.progress ?? null;
				count.addCard(effectiveEvents(ofCard(log, id).reverse()), base);
			}
			const { reviews, logLoss, rmseBins, bins } = count.calibration;
			const samples = cards.flatMap((id) => samplesOf(log, id));
			compared += samples.length;
			expect(reviews).toBe(samples.length);
			for (const [index, start] of recallBins.entries()) {
				const end = recallBins[index + 1] ?? Infinity;
				const own = samples.filter(({ chance }) => chance >= start && chance < end);
				expect(bins[index]?.reviews).toBe(own.length);
				if (own.length === 0) continue;
				expect(bins[index]?.predicted).toBeCloseTo(mean(own.map(({ chance }) => chance)), 9);
				expect(bins[index]?.actual).toBeCloseTo(mean(own.map(outcome)), 9);
			}
			if (samples.length === 0) return;
			const losses = samples.map(
				({ chance, recalled }) => -Math.log(recalled ? chance : 1 - chance),
			);
			expect(logLoss).toBeCloseTo(mean(losses), 9);
			const alike = new Map<string, Sample[]>();
			for (const sample of samples) {
				const [days, nth, lapses] = sample.place;
				const lapsed = lapses === 0 ? 'none' : exponent(lapses, 1.73);
				const key = [exponent(days, 3.62), exponent(nth, 1.89), lapsed].join();
				alike.set(key, [...(alike.get(key) ?? []), sample]);
			}
			const squares = [...alike.values()].map(
				(group) =>
					group.length * (mean(group.map(({ chance }) => chance)) - mean(group.map(outcome))) ** 2,
			);
			const sum = squares.reduce((a, b) => a + b, 0);
			expect(rmseBins).toBeCloseTo(Math.sqrt(sum / samples.length), 9);
		}),
		{ numRuns: 500 },
	);
	expect(compared).toBeGreaterThan(500);
});

test('forecast, intervals and what the cards hold are counted card by card', () => {
	fc.assert(
		fc.property(histories, fc.nat(60), (steps, later) => {
			const log = logOf(steps);
			const day = addDays(today, later);
			const now = 1e12 + later * 86_400_000;
			const rows = cards.map((id) => rowOf(id, ofCard(log, id)));
			const count = new CardCount(now, day, model);
			for (const row of rows) count.add(row);
			const figures = count.figures;
			const seen = rows.filter(({ suspended }) => !suspended);
			const holding = seen.filter(({ memory }) => memory !== null);
			const interval = (row: (typeof rows)[number]) =>
				row.due && 'day' in row.due && row.lastReviewedDay !== null
					? Math.max(0, row.due.day - row.lastReviewedDay)
					: 0;
			const inReview = seen.filter(({ state }) => state === 'review');
			expect(figures.suspended).toBe(rows.length - seen.length);
			expect(figures.fresh).toBe(seen.filter(({ state }) => state === 'new').length);
			expect(figures.learning).toBe(
				seen.filter(({ state }) => state === 'learning' || state === 'relearning').length,
			);
			expect(figures.mature).toBe(inReview.filter((row) => interval(row) >= 21).length);
			expect(figures.young).toBe(inReview.length - figures.mature);
			expect(figures.due).toEqual(
				Array.from(
					{ length: FORECAST_DAYS },
					(_, ahead) =>
						seen.filter(({ due }) => {
							if (due === null) return false;
							return ('at' in due ? 0 : Math.max(0, due.day - day)) === ahead;
						}).length,
				),
			);
			const inBuckets = (lengths: readonly number[]) =>
				dayBuckets.map((start, index) => {
					const end = dayBuckets[index + 1] ?? Infinity;
					return lengths.filter((days) => days >= start && days < end).length;
				});
			expect(figures.intervals).toEqual(inBuckets(inReview.map(interval)));
			expect(figures.stability).toEqual(
				inBuckets(holding.map(({ memory }) => memory?.stability ?? NaN)),
			);
			expect(figures.difficulty).toEqual(
				Array.from(
					{ length: 10 },
					(_, index) =>
						holding.filter(({ memory }) => Math.round(memory?.difficulty ?? NaN) === index + 1)
							.length,
				),
			);
			const chances = holding.map(({ memory, lastReviewedAt }) =>
				memory
					? model.retrievability(memory, Math.max(0, now - (lastReviewedAt ?? now)) / 86_400_000)
					: NaN,
			);
			expect(figures.remembering).toBe(holding.length);
			expect(figures.recalled).toBeCloseTo(
				chances.reduce((a, b) => a + b, 0),
				9,
			);
			expect(figures.retrievability).toEqual(
				Array.from(
					{ length: 10 },
					(_, tenth) =>
						chances.filter((chance) => Math.min(9, Math.floor(chance * 10)) === tenth).length,
				),
			);
		}),
		{ numRuns: 400 },
	);
});

test('speakers mixed up are the wrong pairs of every match that was not undone', () => {
	let found = 0;
	fc.assert(
		fc.property(histories, (steps) => {
			const log = logOf(steps);
			const speakers = new Map(cards.map((id, index) => [id, ['Ann', 'Bob', 'Cid'][index]]));
			const pairs = counting(log).flatMap((event) => {
				if (event.kind !== 'practice' || event.confusedWith === null) return [];
				const right = speakers.get(event.cardId);
				if (right === undefined || right === event.confusedWith) return [];
				return [[right, event.confusedWith].sort().join()];
			});
			const told = mixUps(confusions(log), (key) => speakers.get(key));
			found += pairs.length;
			expect(Object.fromEntries(told.map((each) => [each.speakers.join(), each.times]))).toEqual(
				Object.fromEntries(
					[...new Set(pairs)].map((pair) => [pair, pairs.filter((each) => each === pair).length]),
				),
			);
			const times = told.map((each) => each.times);
			expect(times).toEqual(times.toSorted((a, b) => b - a));
		}),
		{ numRuns: 600 },
	);
	expect(found).toBeGreaterThan(100);
});

const outcome = ({ recalled }: Sample) => (recalled ? 1 : 0);

function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function exponent(value: number, base: number): number {
	return Math.floor(Math.log(value) / Math.log(base));
}
