import type { Memory } from '#lib/domain/cards/card.ts';
import type { FastMemory } from './fast-memory.ts';

/** What a day's study of one card leaves behind. The planner knows two outcomes: remembered (Good) or not (Again). */
export interface StudyOutcome {
	readonly stability: number;
	readonly difficulty: number;
}

/** A card that was remembered. */
export function remembered(memory: FastMemory, s: number, d: number, recall: number): StudyOutcome {
	return {
		stability: memory.stabilityAfter(s, d, recall, 3),
		difficulty: memory.difficultyAfter(d, 3),
	};
}

/** A card that was forgotten and, after its relearning step, remembered on the same day. */
export function forgotten(memory: FastMemory, s: number, d: number, recall: number): StudyOutcome {
	return sameDay(memory, {
		stability: memory.stabilityAfter(s, d, recall, 1),
		difficulty: memory.difficultyAfter(d, 1),
	});
}

/** A card that is remembered once more on the day it was studied. */
export function sameDay(memory: FastMemory, { stability, difficulty }: Memory): StudyOutcome {
	return {
		stability: memory.stabilitySameDay(stability, 3),
		difficulty: memory.difficultyAfter(difficulty, 3),
	};
}

/** How often a new card is known at first sight; assumed. */
export const KNOWN_AT_FIRST = 0.7;

/** A new card after its two learning steps: known at first sight, or not. */
export function introduced(memory: FastMemory, known: boolean): StudyOutcome {
	if (known) return sameDay(memory, memory.first(3));
	return sameDay(memory, sameDay(memory, memory.first(1)));
}
