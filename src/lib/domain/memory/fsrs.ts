import { checkParameters, default_w, forgetting_curve, FSRSAlgorithm } from 'ts-fsrs';
import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating } from './rating.ts';

/** FSRS-6 with one set of parameters. */
export interface MemoryModel {
	/** Memory after a rating; `before` is null on the first review. `elapsedDays`: whole study days. */
	next(before: Memory | null, elapsedDays: number, rating: Rating): Memory;
	/** Chance of recall, 0 to 1, after a time in days that may be a fraction. */
	retrievability(memory: Memory, elapsedDays: number): number;
	/** Days until retrievability falls to `retention` (above 0, up to 1); neither rounded nor limited. */
	intervalDays(stability: number, retention: number): number;
	/** The 21 parameters in force: migrated and clipped to the ranges of FSRS-6. */
	readonly parameters: readonly number[];
}

export const defaultParameters: readonly number[] = default_w;

/**
 * The mathematics of ts-fsrs without its scheduler. Make one model for a set of parameters and keep it.
 *
 * Initial stability is w0…w3 itself, as in fsrs-rs and Anki: ts-fsrs would lift fitted values below 0.1 day,
 * and parameters brought from Anki would then give other intervals than they gave there. A time that runs
 * backwards counts as no time, where ts-fsrs throws. Memory from elsewhere is brought into range first.
 *
 * @param parameters w0 to w20; the 17 or 19 of FSRS 4.5 and 5 are converted
 * @throws when there is another number of them or one is not finite
 */
export function createMemoryModel(parameters: readonly number[]): MemoryModel {
	const algorithm = new FSRSAlgorithm({
		w: [...checkParameters([...parameters])],
		enable_short_term: true,
	});
	const w: readonly number[] = [...algorithm.parameters.w];
	return {
		parameters: w,
		next: (before, elapsedDays, rating) => {
			const { difficulty, stability } = algorithm.next_state(
				before && inRange(before),
				Math.max(0, elapsedDays),
				rating,
			);
			return { difficulty, stability: before ? stability : (w[rating - 1] ?? stability) };
		},
		retrievability: ({ stability }, elapsedDays) =>
			forgetting_curve(w, Math.max(0, elapsedDays), Math.max(stability, SHORTEST_STABILITY)),
		intervalDays: (stability, retention) =>
			stability * algorithm.calculate_interval_modifier(retention),
	};
}

/** Days: the bounds of ts-fsrs and fsrs-rs. */
const SHORTEST_STABILITY = 0.001;
const LONGEST_STABILITY = 36_500;

function inRange({ stability, difficulty }: Memory): Memory {
	return {
		stability: Math.min(Math.max(stability, SHORTEST_STABILITY), LONGEST_STABILITY),
		difficulty: Math.min(Math.max(difficulty, 1), 10),
	};
}
