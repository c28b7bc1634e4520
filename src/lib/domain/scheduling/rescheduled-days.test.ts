import { expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { seededFuzz } from './fuzz.ts';
import { rescheduledDays, type DatedCard } from './rescheduled-days.ts';

const model = createMemoryModel(defaultParameters);
const today = 100 as StudyDay;
const options = { desiredRetention: 0.9, maximumIntervalDays: 36_500 };

function card(name: string, stability: number, last: number, due: number): DatedCard {
	return {
		id: cardId(noteId(name), 'answer'),
		state: 'review',
		due: { day: due as StudyDay },
		memory: { stability, difficulty: 5 },
		reps: 3,
		lastReviewedDay: last as StudyDay,
		suspended: false,
	};
}

const moved = (cards: readonly DatedCard[]) => [
	...rescheduledDays(cards, model, options, today).values(),
];

/** What a third review that left a card with such a stability gave it. */
const intervalOf = (id: DatedCard['id'], stability: number) =>
	seededFuzz(id, 2)(model.intervalDays(stability, 0.9), 1, 36_500);

test('a card moves to what its stability says, within its fuzz', () => {
	const [day = 0] = moved([card('later', 60, 90, 110)]);
	expect(day).toBeGreaterThanOrEqual(90 + 55);
	expect(day).toBeLessThanOrEqual(90 + 65);
});

test('what is due today or before, in learning, new or suspended stays', () => {
	const base = card('due', 60, 90, 100);
	expect(
		moved([
			base,
			{ ...base, due: { day: 40 as StudyDay } },
			{ ...card('learning', 60, 90, 110), state: 'learning' },
			{ ...card('new', 60, 90, 110), memory: null, lastReviewedDay: null },
			{ ...card('suspended', 60, 90, 110), suspended: true },
			{ ...card('not due', 60, 90, 110), due: null },
			{ ...card('due by the clock', 60, 90, 110), due: { at: 110 * 86_400_000 } },
			{ ...card('reviewed never', 60, 90, 110), lastReviewedDay: null },
		]),
	).toEqual([]);
});

test('cards that are late spread over a week from tomorrow, the shakiest first, and none comes later than promised', () => {
	const late = Array.from({ length: 70 }, (_, index) =>
		card(`late ${index}`, 2 + index / 10, 50, 140),
	);
	const days = rescheduledDays(late, model, options, today);
	expect(days.size).toBe(70);
	for (let day = 101; day <= 107; day++) {
		expect([...days.values()].filter((each) => Number(each) === day)).toHaveLength(10);
	}
	expect(days.get(cardId(noteId('late 0'), 'answer'))).toBe(101);
	expect(moved([card('promised', 2, 50, 101)])).toEqual([]);
});

test('the fuzz is that of the review that chose the interval', () => {
	const cards = Array.from({ length: 20 }, (_, index) => card(`card ${index}`, 60, 90, 110));
	expect(moved(cards)).toEqual(cards.map(({ id }) => 90 + intervalOf(id, 60)));
});

test('a card that would be due today comes tomorrow', () => {
	const { id } = card('today', 60, 0, 0);
	expect(moved([card('today', 60, today - intervalOf(id, 60), 140)])).toEqual([101]);
	expect(moved([card('today', 60, today + 1 - intervalOf(id, 60), 140)])).toEqual([101]);
});

test('late cards come by what is recalled of them, then by their ids, in whatever order they were read', () => {
	const late = (name: string, stability: number) => card(name, stability, 50, 140);
	const cards = [
		...['b', 'a', 'd', 'c'].map((name) => late(name, 5)),
		late('strong', 9),
		late('weak', 2),
		late('weakest', 1),
	];
	const days = rescheduledDays(cards, model, options, today);
	const ordered = [...days].sort(([, one], [, other]) => one - other);
	expect(ordered).toEqual(
		['weakest', 'weak', 'a', 'b', 'c', 'd', 'strong'].map((name, index) => [
			cardId(noteId(name), 'answer'),
			101 + index,
		]),
	);
});

test('nothing is moved when nothing changed', () => {
	const cards = [card('one', 60, 90, 110)];
	const days = rescheduledDays(cards, model, options, today);
	const after = cards.map((each) => ({ ...each, due: { day: days.get(each.id) ?? today } }));
	expect(moved(after)).toEqual([]);
});
