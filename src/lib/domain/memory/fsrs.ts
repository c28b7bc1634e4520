import { default_w, forgetting_curve, FSRSAlgorithm } from 'ts-fsrs';
import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/log/event.ts';

/** FSRS-6 with one set of parameters. */
export interface MemoryModel {
	/** Memory after a rating; `before` is null on the first review. `elapsedDays`: whole study days, ≥ 0. */
	next(before: Memory | null, elapsedDays: number, rating: Rating): Memory;
	/** Chance of recall, 0 to 1, after a time in days that may be a fraction. */
	retrievability(memory: Memory, elapsedDays: number): number;
	/** Days until retrievability falls to `retention`; neither rounded nor limited. */
	intervalDays(stability: number, retention: number): number;
}

export const defaultParameters: readonly number[] = default_w;

/** @param parameters w0 to w20 */
export function createMemoryModel(parameters: readonly number[]): MemoryModel {
	const algorithm = new FSRSAlgorithm({ w: [...parameters], enable_short_term: true });
	return {
		next: (before, elapsedDays, rating) => algorithm.next_state(before, elapsedDays, rating),
		retrievability: ({ stability }, elapsedDays) =>
			forgetting_curve(parameters, elapsedDays, stability),
		intervalDays: (stability, retention) =>
			stability * algorithm.calculate_interval_modifier(retention),
	};
}
