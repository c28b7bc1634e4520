import type { Histories } from './histories.ts';
import { HistoryGradient } from './history-gradient.ts';
import { PARAMETERS } from './parameter-range.ts';
import type { TrainingWeights } from './training-weights.ts';

/** The mean log loss of each weighted review, nats: 0 would be to know, 0.69 is to toss a coin. */
export function meanLogLoss(
	log: Histories,
	{ weights, ends, count }: TrainingWeights,
	parameters: readonly number[],
): number {
	if (parameters.length !== PARAMETERS) throw new Error(`${parameters.length} parameters.`);
	const model = new HistoryGradient(log, weights);
	model.begin(Float64Array.from(parameters));
	for (let history = 0; history < ends.length; history++) {
		model.addLoss(log.starts[history] ?? 0, ends[history] ?? 0);
	}
	return model.loss / count;
}
