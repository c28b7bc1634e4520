import { fitModelOf, type FitModel } from './fit-model.ts';
import type { Histories } from './histories.ts';
import { HistoryTape } from './history-tape.ts';
import { PARAMETERS } from './parameter-range.ts';
import { passBack } from './pass-back.ts';
import { passForward } from './pass-forward.ts';

/**
 * The loss of histories, minus log-likelihood with a weight for each review, and its gradient.
 *
 * One pass forward along a history gives all its predictions, one pass back gives the gradient. Forward mode gives the
 * same gradient and would carry 22 numbers instead of two; tests hold this one against finite differences.
 */
export class HistoryGradient {
	readonly gradient = new Float64Array(PARAMETERS);
	readonly #log: Histories;
	readonly #weights: Float64Array;
	readonly #tape = new HistoryTape();
	#model: FitModel = fitModelOf(new Float64Array(PARAMETERS).fill(0.5));

	/** @param weights of each review; 0 for one that is not to be predicted */
	constructor(log: Histories, weights: Float64Array) {
		this.#log = log;
		this.#weights = weights;
	}

	/** Begins a new sum at these parameters, which must lie within their ranges. */
	begin(w: Float64Array<ArrayBuffer>): void {
		this.gradient.fill(0);
		this.#model = fitModelOf(w);
	}

	/** Adds the gradient of a history. @param end the review after the last one that has a weight */
	addGradient(start: number, end: number): void {
		passForward(this.#tape, this.#log, this.#model, start, end);
		passBack(this.#tape, this.#log, this.#weights, this.#model, this.gradient, start, end);
	}

	/** The loss of a history, which learning itself has no need of. */
	lossOf(start: number, end: number): number {
		passForward(this.#tape, this.#log, this.#model, start, end);
		const { decay } = this.#model.curve;
		let loss = 0;
		for (let review = start + 1; review < end; review++) {
			const weight = this.#weights[review] ?? 0;
			if (weight === 0) continue;
			const step = review - start;
			loss +=
				(this.#log.ratings[review] ?? 0) > 1
					? weight * decay * (this.#tape.logTime[step] ?? 0)
					: -weight * Math.log(1 - (this.#tape.recall[step] ?? 0));
		}
		return loss;
	}
}
