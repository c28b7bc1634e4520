import { curveOf } from './curve.ts';

/** Days: the bounds of stability in FSRS-6. */
export const SHORTEST_STABILITY = 0.001;
export const LONGEST_STABILITY = 36_500;

/**
 * FSRS-6 for loops over millions of reviews: the same numbers as `createMemoryModel`, to its eighth decimal,
 * without an object for each. Holds one card's memory, which `start` and `next` move on.
 */
export class ModelStep {
	readonly #w: readonly number[];
	readonly #decay: number;
	readonly #factor: number;
	readonly #growth: number;
	readonly #easyDifficulty: number;
	readonly #lapseCap: number;
	stability = 0;
	difficulty = 0;

	/** @param parameters w0 to w20, within their ranges */
	constructor(parameters: readonly number[]) {
		const [, , , , w4 = 0, w5 = 0, , , w8 = 0] = parameters;
		const curve = curveOf(parameters[20] ?? 0);
		this.#w = parameters;
		this.#decay = curve.decay;
		this.#factor = curve.factor;
		this.#growth = Math.exp(w8);
		this.#easyDifficulty = w4 - Math.exp(3 * w5) + 1;
		this.#lapseCap = Math.exp(-this.#at(17) * this.#at(18));
	}

	/** The first rating of a card. */
	start(rating: number): void {
		this.stability = this.#at(rating - 1);
		this.difficulty = bounded(this.#at(4) - Math.exp(this.#at(5) * (rating - 1)) + 1, 1, 10);
	}

	/** Chance of recall after some days. */
	retrievability(days: number): number {
		return Math.exp(-this.#decay * Math.log(1 + (this.#factor * days) / this.stability));
	}

	/** @param days since the last review; 0 on the same day @param recall `retrievability(days)` */
	next(days: number, rating: number, recall: number): void {
		const d = this.difficulty;
		const after =
			days > 0
				? rating === 1
					? this.#lapse(recall)
					: this.#success(rating, recall)
				: this.#again(rating);
		this.stability = bounded(after, SHORTEST_STABILITY, LONGEST_STABILITY);
		const moved = d - (this.#at(6) * (rating - 3) * (10 - d)) / 9;
		this.difficulty = bounded(moved + this.#at(7) * (this.#easyDifficulty - moved), 1, 10);
	}

	#success(rating: number, recall: number): number {
		const bonus = rating === 2 ? this.#at(15) : rating === 4 ? this.#at(16) : 1;
		const surprise = Math.exp(this.#at(10) * (1 - recall)) - 1;
		const ease = (11 - this.difficulty) * this.stability ** -this.#at(9);
		return this.stability * (1 + this.#growth * ease * surprise * bonus);
	}

	#lapse(recall: number): number {
		const kept = (this.stability + 1) ** this.#at(13) - 1;
		const hardness = this.difficulty ** -this.#at(12);
		const forgotten = this.#at(11) * hardness * kept * Math.exp(this.#at(14) * (1 - recall));
		return Math.min(Math.max(forgotten, SHORTEST_STABILITY), this.stability * this.#lapseCap);
	}

	/** A further review on the same day. */
	#again(rating: number): number {
		const change = Math.exp(this.#at(17) * (rating - 3 + this.#at(18)));
		const factor = change * this.stability ** -this.#at(19);
		return this.stability * (rating > 1 ? Math.max(factor, 1) : factor);
	}

	#at(index: number): number {
		return this.#w[index] ?? 0;
	}
}

function bounded(value: number, lowest: number, highest: number): number {
	return value < lowest ? lowest : value > highest ? highest : value;
}
