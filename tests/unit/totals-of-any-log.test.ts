import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventId } from '../../src/lib/domain/cards/ids.ts';
import type { LogEvent } from '../../src/lib/domain/log/event.ts';
import type { StudyDay } from '../../src/lib/domain/time/study-day.ts';
import { bases, histories, logOf, rowOf } from './any-log.ts';
import { countedByHand } from '../../src/lib/domain/statistics/counted-by-hand.ts';
import {
	addToTotals,
	emptyTotals,
	isNothing,
	sumOfTotals,
	type DailyTotals,
} from '../../src/lib/domain/statistics/daily-totals.ts';
import { standingOf } from '../../src/lib/domain/statistics/standing.ts';
import { totalsDifference } from '../../src/lib/domain/statistics/totals-difference.ts';
import { totalsOf } from '../../src/lib/domain/statistics/totals-of.ts';

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
