/** The forgetting curve of one set of parameters: R(t, S) = (1 + factor·t/S)^(−decay). */
export interface Curve {
	readonly decay: number;
	readonly factor: number;
	/** How the factor changes with the decay. */
	readonly factorSlope: number;
}

export function curveOf(decay: number): Curve {
	const power = Math.exp(-LOG_09 / decay);
	return { decay, factor: power - 1, factorSlope: (power * LOG_09) / (decay * decay) };
}

/** Days until the chance of recall falls to `retention`. */
export function intervalDays({ decay, factor }: Curve, stability: number, retention: number) {
	return (stability / factor) * (Math.exp(-Math.log(retention) / decay) - 1);
}

/** At its stability, in days, a card is recalled nine times out of ten. */
const LOG_09 = Math.log(0.9);
