import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { firstRecalls } from './first-recalls.ts';
import type { Histories } from './histories.ts';
import { initialStabilities, inOrder } from './initial-stability.ts';
import { train } from './train.ts';
import { recencyWeights } from './training-weights.ts';

export interface FitOptions {
	/** Only reviews of this time or earlier are learned from, in ms; all when left out. */
	readonly before?: number;
	/** How many relearning steps there are: several bound what they may do to stability. */
	readonly relearningSteps: number;
	/** Told how much is done, 0 to 1. */
	readonly progress?: (done: number) => void;
}

/** Usable reviews below which nothing, and below which only the initial stabilities are fitted. */
export const FEWEST_FOR_STABILITIES = 8;
export const FEWEST_FOR_ALL = 64;

/**
 * The 21 parameters of FSRS-6 that predict these reviews best without leaving what is usual further than the reviews
 * warrant. Under 8 usable reviews they are the defaults; under 64 only w0 to w3 are fitted. The same reviews
 * always give the same parameters.
 */
export function fitParameters(log: Histories, options: FitOptions): number[] {
	const { before = Infinity, relearningSteps, progress = () => undefined } = options;
	const { groups, learned } = firstRecalls(log, before);
	const weights = recencyWeights(log, learned);
	if (weights.count < FEWEST_FOR_STABILITIES) return [...defaultParameters];
	const from = [...initialStabilities(groups, defaultParameters), ...defaultParameters.slice(4)];
	if (weights.count < FEWEST_FOR_ALL) return from;
	const fitted = train(log, weights, { from, relearningSteps, progress });
	const counts = [1, 2, 3, 4].map((rating) =>
		groups.reduce((sum, group) => sum + (group.rating === rating ? group.count : 0), 0),
	);
	return [...inOrder(fitted.slice(0, 4), counts), ...fitted.slice(4)];
}
