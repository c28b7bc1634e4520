import { expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
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

test('nothing is moved when nothing changed', () => {
	const cards = [card('one', 60, 90, 110)];
	const days = rescheduledDays(cards, model, options, today);
	const after = cards.map((each) => ({ ...each, due: { day: days.get(each.id) ?? today } }));
	expect(moved(after)).toEqual([]);
});
