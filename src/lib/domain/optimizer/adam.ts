/** The Adam optimiser (Kingma and Ba, 2015) over one flat vector. */
export class Adam {
	readonly #mean: Float64Array;
	readonly #square: Float64Array;
	#meanLeft = 1;
	#squareLeft = 1;

	constructor(size: number) {
		this.#mean = new Float64Array(size);
		this.#square = new Float64Array(size);
	}

	/** One step down the gradient, in place. */
	step(values: Float64Array, gradient: Float64Array, learningRate: number): void {
		this.#meanLeft *= MEAN;
		this.#squareLeft *= SQUARE;
		for (let index = 0; index < gradient.length; index++) {
			const slope = gradient[index] ?? 0;
			const mean = MEAN * (this.#mean[index] ?? 0) + (1 - MEAN) * slope;
			const square = SQUARE * (this.#square[index] ?? 0) + (1 - SQUARE) * slope * slope;
			this.#mean[index] = mean;
			this.#square[index] = square;
			const spread = Math.sqrt(square / (1 - this.#squareLeft)) + EPSILON;
			const step = (learningRate * mean) / (1 - this.#meanLeft) / spread;
			values[index] = (values[index] ?? 0) - step;
		}
	}
}

const MEAN = 0.9;
const SQUARE = 0.999;
const EPSILON = 1e-8;

/** From `highest` at the start down to 0 at the end along half a cosine. @param done 0 to 1 */
export function cosineAnnealing(highest: number, done: number): number {
	return (highest * (1 + Math.cos(Math.PI * Math.min(done, 1)))) / 2;
}
