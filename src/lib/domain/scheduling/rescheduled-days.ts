import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import { seededFuzz } from './fuzz.ts';

/** What a due date depends on. */
export type DatedCard = Pick<
	Card,
	'id' | 'state' | 'due' | 'memory' | 'reps' | 'lastReviewedDay' | 'suspended'
>;

export interface DueOptions {
	readonly desiredRetention: number;
	readonly maximumIntervalDays: number;
}

/** Cards that should have come already are spread over so many days, the shakiest first. */
const SPREAD_DAYS = 7;

/**
 * The due days of cards in review if their last intervals were chosen now: those that differ. What is due today or
 * before stays, and so do the steps of learning. Nothing is due sooner than tomorrow.
 */
export function rescheduledDays(
	cards: readonly DatedCard[],
	model: MemoryModel,
	{ desiredRetention, maximumIntervalDays }: DueOptions,
	today: StudyDay,
): Map<CardId, StudyDay> {
	const days = new Map<CardId, StudyDay>();
	const late: { id: CardId; promised: StudyDay; recall: number }[] = [];
	for (const { id, state, due, memory, reps, lastReviewedDay, suspended } of cards) {
		if (state !== 'review' || suspended || !memory || lastReviewedDay === null) continue;
		if (!due || !('day' in due) || due.day <= today) continue;
		const ideal = model.intervalDays(memory.stability, desiredRetention);
		const interval = seededFuzz(id, reps - 1)(ideal, 1, Math.max(1, maximumIntervalDays));
		const day = addDays(lastReviewedDay, interval);
		if (day > today) {
			if (day !== due.day) days.set(id, day);
		} else {
			const recall = model.retrievability(memory, daysBetween(lastReviewedDay, today));
			late.push({ id, promised: due.day, recall });
		}
	}
	late.sort((one, other) => one.recall - other.recall || (one.id < other.id ? -1 : 1));
	for (const [place, { id, promised }] of late.entries()) {
		const day = addDays(today, 1 + Math.floor((place * SPREAD_DAYS) / late.length));
		if (day < promised) days.set(id, day);
	}
	return days;
}
