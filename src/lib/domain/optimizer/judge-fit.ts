import { FEWEST_FOR_STABILITIES, fitParameters } from './fit-parameters.ts';
import { usableReviews, type Histories } from './histories.ts';
import { logLossOf, predictionsAfter } from './predictions.ts';

/** How well two sets of parameters foretold reviews that neither had learned from. */
export interface FitFacts {
	/** Usable reviews in all. */
	readonly reviews: number;
	/** The latest of them, which were held out. */
	readonly heldOut: number;
	/** Share of those that were recalled, and what was expected of it. 0 to 1. */
	readonly recalled: number;
	readonly expectedNow: number;
	readonly expectedFitted: number;
	/** Mean log loss, nats. */
	readonly lossNow: number;
	readonly lossFitted: number;
}

export type FitVerdict =
	| { readonly kind: 'too-few'; readonly reviews: number; readonly needed: number }
	| { readonly kind: 'no-better'; readonly facts: FitFacts }
	| { readonly kind: 'better'; readonly facts: FitFacts; readonly parameters: readonly number[] };

export interface JudgeOptions {
	/** What is in force. */
	readonly parameters: readonly number[];
	readonly relearningSteps: number;
	/** Told how much is done, 0 to 1. */
	readonly progress?: (done: number) => void;
}

/** Of each five reviews, how many are held out: the latest. */
const HELD_OUT = 0.2;
/** Usable reviews without which nothing can be held out that would say anything. */
export const FEWEST_TO_JUDGE = FEWEST_FOR_STABILITIES / HELD_OUT;

/**
 * Fits twice. What the first four fifths of the reviews teach must foretell the last fifth better than the parameters in
 * force do, by more than chance would explain: the mean gain of a review must exceed its standard error. Only then
 * are parameters offered, and they are those of all reviews. On small histories fitted parameters are often
 * worse than the usual ones; this is what keeps them away.
 */
export function judgeFit(log: Histories, options: JudgeOptions): FitVerdict {
	const { parameters, relearningSteps, progress = () => undefined } = options;
	const usable = usableReviews(log);
	const reviews = usable.length;
	if (reviews < FEWEST_TO_JUDGE) return { kind: 'too-few', reviews, needed: FEWEST_TO_JUDGE };
	const before = endOfTraining(log, usable);
	const trial = fitParameters(log, {
		before,
		relearningSteps,
		progress: (done) => progress(done * 0.45),
	});
	const { facts, isBetter } = compare(log, before, parameters, trial, reviews);
	if (!isBetter) {
		progress(1);
		return { kind: 'no-better', facts };
	}
	const fitted = fitParameters(log, {
		relearningSteps,
		progress: (done) => progress(0.45 + done * 0.55),
	});
	return { kind: 'better', facts, parameters: fitted };
}

/** The time of the last review that is learned from, in ms. */
function endOfTraining({ times }: Histories, usable: Int32Array): number {
	const ordered = Float64Array.from(usable, (review) => times[review] ?? 0).sort();
	return ordered[Math.ceil(ordered.length * (1 - HELD_OUT)) - 1] ?? 0;
}

function compare(
	log: Histories,
	before: number,
	now: readonly number[],
	fitted: readonly number[],
	reviews: number,
): { facts: FitFacts; isBetter: boolean } {
	const byNow = predictionsAfter(log, before, now);
	const byFitted = predictionsAfter(log, before, fitted);
	const heldOut = byNow.recalled.length;
	let [recalled, expectedNow, expectedFitted, lossNow, lossFitted, squares] = [0, 0, 0, 0, 0, 0];
	for (const [index, outcome] of byNow.recalled.entries()) {
		const [old, fresh] = [byNow.recall[index] ?? 0, byFitted.recall[index] ?? 0];
		const [oldLoss, freshLoss] = [logLossOf(old, outcome), logLossOf(fresh, outcome)];
		recalled += outcome;
		expectedNow += old;
		expectedFitted += fresh;
		lossNow += oldLoss;
		lossFitted += freshLoss;
		squares += (oldLoss - freshLoss) ** 2;
	}
	const gain = (lossNow - lossFitted) / heldOut;
	const error = Math.sqrt(Math.max(0, squares / heldOut - gain * gain) / heldOut);
	return {
		isBetter: heldOut > 0 && gain > 0 && gain > error,
		facts: {
			reviews,
			heldOut,
			recalled: recalled / heldOut,
			expectedNow: expectedNow / heldOut,
			expectedFitted: expectedFitted / heldOut,
			lossNow: lossNow / heldOut,
			lossFitted: lossFitted / heldOut,
		},
	};
}
