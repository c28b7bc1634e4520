import { LONGEST_HISTORY } from './histories.ts';

/**
 * What the pass forward along one history leaves for the pass back: for each review, by its place in the history, how
 * memory was just before it and the powers that were needed.
 */
export class HistoryTape {
	readonly stability = new Float64Array(LONGEST_HISTORY + 1);
	readonly difficulty = new Float64Array(LONGEST_HISTORY + 1);
	/** Chance of recall. Of reviews on a later day, as is what follows from it. */
	readonly recall = new Float64Array(LONGEST_HISTORY + 1);
	/** ln (1 + factor·t/S). */
	readonly logTime = new Float64Array(LONGEST_HISTORY + 1);
	/** ln S, or ln (S + 1) before a lapse. */
	readonly logStability = new Float64Array(LONGEST_HISTORY + 1);
	/** S^−w9 or (S + 1)^w13 or the factor of a same-day review. */
	readonly power = new Float64Array(LONGEST_HISTORY + 1);
	/** What the chance of recall does to the new stability: the exponential in it. */
	readonly surprise = new Float64Array(LONGEST_HISTORY + 1);
}
