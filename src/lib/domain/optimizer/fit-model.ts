import { curveOf, type Curve } from './curve.ts';

/** Parameters with what follows from them alone, worked out once for many histories. */
export interface FitModel {
	/** w0 to w20. */
	readonly w: Float64Array<ArrayBuffer>;
	readonly curve: Curve;
	/** e^w8: how much a success adds to stability. */
	readonly growth: number;
	/** Difficulty after a first Easy, to which every difficulty is drawn, and how it changes with w5. */
	readonly easyDifficulty: number;
	readonly easySlope: number;
	/** The share of stability that a lapse leaves at most. */
	readonly lapseCap: number;
}

/** @param w within their ranges */
export function fitModelOf(w: Float64Array<ArrayBuffer>): FitModel {
	const [, , , , w4 = 0, w5 = 0, , , w8 = 0] = w;
	const [w17 = 0, w18 = 0] = [w[17], w[18]];
	const easy = Math.exp(3 * w5);
	return {
		w,
		curve: curveOf(w[20] ?? 0),
		growth: Math.exp(w8),
		easyDifficulty: w4 - easy + 1,
		easySlope: -3 * easy,
		lapseCap: Math.exp(-w17 * w18),
	};
}

/** Difficulty after a first rating, before it is brought into its bounds. */
export function firstDifficulty(w: Float64Array, rating: number): number {
	return (w[4] ?? 0) - Math.exp((w[5] ?? 0) * (rating - 1)) + 1;
}
