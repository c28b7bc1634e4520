import type { Memory } from '#lib/domain/cards/card.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';

/** FSRS-6 as plain arithmetic on numbers: stability in days, difficulty 1 to 10, time in days. */
export interface FastMemory {
	retrievability(stability: number, elapsedDays: number): number;
	/** Stability after a rating a day or more after the last; `recall` is the retrievability then. */
	stabilityAfter(stability: number, difficulty: number, recall: number, rating: Rating): number;
	/** Stability after a rating on the day of the last. */
	stabilitySameDay(stability: number, rating: Rating): number;
	difficultyAfter(difficulty: number, rating: Rating): number;
	/** Memory after the first rating of all. */
	first(rating: Rating): Memory;
	/** Days until retrievability falls to `retention`. */
	intervalDays(stability: number, retention: number): number;
}

/**
 * What `createMemoryModel` computes, without its rounding to eight decimals and about ten times as fast: the planner
 * needs some hundred thousand steps. A property test holds the two together.
 *
 * @throws as `createMemoryModel` does
 */
export function createFastMemory(parameters: readonly number[]): FastMemory {
	const w = createMemoryModel(parameters).parameters;
	const at = (index: number) => w[index] ?? 0;
	const decay = -at(20);
	const factor = Math.pow(0.9, 1 / decay) - 1;
	const growth = Math.exp(at(8));
	const bonus = { 2: at(15), 3: 1, 4: at(16) };
	const shortest = Math.exp(at(17) * at(18));
	const easiest = at(4) - Math.exp(3 * at(5)) + 1;
	return {
		retrievability: (s, t) => Math.pow(1 + (factor * t) / s, decay),
		stabilityAfter(s, d, recall, rating) {
			if (rating === 1) {
				const forgot =
					at(11) *
					Math.pow(d, -at(12)) *
					(Math.pow(s + 1, at(13)) - 1) *
					Math.exp((1 - recall) * at(14));
				return inRange(Math.min(forgot, s / shortest));
			}
			const gain = growth * (11 - d) * Math.pow(s, -at(9)) * (Math.exp((1 - recall) * at(10)) - 1);
			return inRange(s * (1 + gain * bonus[rating]));
		},
		stabilitySameDay(s, rating) {
			const change = Math.pow(s, -at(19)) * Math.exp(at(17) * (rating - 3 + at(18)));
			return inRange(s * (rating === 1 ? change : Math.max(1, change)));
		},
		difficultyAfter(d, rating) {
			const moved = d - (at(6) * (rating - 3) * (10 - d)) / 9;
			return Math.min(10, Math.max(1, at(7) * easiest + (1 - at(7)) * moved));
		},
		first: (rating) => ({
			stability: at(rating - 1),
			difficulty: Math.min(10, Math.max(1, at(4) - Math.exp((rating - 1) * at(5)) + 1)),
		}),
		intervalDays: (s, retention) => (s * (Math.pow(retention, 1 / decay) - 1)) / factor,
	};
}

/** Days: the bounds of FSRS. */
function inRange(stability: number): number {
	return Math.min(36_500, Math.max(0.001, stability));
}
