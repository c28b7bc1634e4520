import { LONGEST_HISTORY, type Histories } from './histories.ts';
import { ModelStep } from './model-step.ts';

/** What parameters say of reviews later than some time: for each the chance of recall, and whether it was recalled. */
export interface Predictions {
	readonly recall: Float64Array;
	readonly recalled: Uint8Array;
}

/** Of the usable reviews after a time (in ms, not included), in the order of the histories. */
export function predictionsAfter(
	log: Histories,
	after: number,
	parameters: readonly number[],
): Predictions {
	const model = new ModelStep(parameters);
	const recall: number[] = [];
	const recalled: number[] = [];
	for (let history = 0; history < log.starts.length - 1; history++) {
		const start = log.starts[history] ?? 0;
		const end = Math.min(log.starts[history + 1] ?? 0, start + LONGEST_HISTORY);
		model.start(log.ratings[start] ?? 0);
		for (let review = start + 1; review < end; review++) {
			const gap = log.gaps[review] ?? 0;
			const rating = log.ratings[review] ?? 0;
			const chance = model.retrievability(gap);
			if (gap > 0 && (log.times[review] ?? 0) > after) {
				recall.push(chance);
				recalled.push(rating > 1 ? 1 : 0);
			}
			model.next(gap, rating, chance);
		}
	}
	return { recall: Float64Array.from(recall), recalled: Uint8Array.from(recalled) };
}

/** The log loss of one prediction, in nats. */
export function logLossOf(chance: number, recalled: number): number {
	return -Math.log(Math.max(recalled === 1 ? chance : 1 - chance, 1e-12));
}
