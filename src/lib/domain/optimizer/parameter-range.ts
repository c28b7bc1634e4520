/** How many parameters FSRS-6 has. */
export const PARAMETERS = 21;

/** What is known of each parameter, w0 to w20: where it may lie and how far people's lie apart. */
export interface ParameterRange {
	readonly lowest: number;
	readonly highest: number;
	/** Standard deviation between people: a parameter that hardly differs is held close to its default. */
	readonly spread: number;
}

/** Ranges are those of FSRS-6, spreads those that fsrs-rs measured on some ten thousand collections. */
export const parameterRanges: readonly ParameterRange[] = [
	range(0.001, 100, 6.43),
	range(0.001, 100, 9.66),
	range(0.001, 100, 17.58),
	range(0.001, 100, 27.85),
	range(1, 10, 0.57),
	range(0.001, 4, 0.28),
	range(0.001, 4, 0.6),
	range(0.001, 0.75, 0.12),
	range(0, 4.5, 0.39),
	range(0, 0.8, 0.18),
	range(0.001, 3.5, 0.33),
	range(0.001, 5, 0.3),
	range(0.001, 0.25, 0.09),
	range(0.001, 0.9, 0.16),
	range(0, 4, 0.57),
	range(0, 1, 0.25),
	range(1, 6, 1.03),
	range(0, 2, 0.31),
	range(0, 2, 0.32),
	range(0.01, 0.8, 0.14),
	range(0.1, 0.8, 0.27),
];

/**
 * Brings parameters into their ranges, in place.
 *
 * With several relearning steps w17 and w18 are held lower, so that going through the steps after a lapse can't
 * leave a card more stable than it was before: the bound is that of fsrs-rs.
 */
export function clipParameters(w: Float64Array, relearningSteps: number): void {
	const [w11 = 0, w13 = 0, w14 = 0] = [w[11], w[13], w[14]];
	const room =
		relearningSteps > 1
			? -(Math.log(w11) + Math.log(2 ** w13 - 1) + w14 * 0.3) / relearningSteps
			: Infinity;
	const ceiling = Math.sqrt(Math.max(room, 0.01));
	for (let index = 0; index < PARAMETERS; index++) {
		const { lowest = 0, highest = 0 } = parameterRanges[index] ?? {};
		const most = index === 17 || index === 18 ? Math.min(highest, ceiling) : highest;
		w[index] = Math.min(Math.max(w[index] ?? 0, lowest), most);
	}
}

function range(lowest: number, highest: number, spread: number): ParameterRange {
	return { lowest, highest, spread };
}
