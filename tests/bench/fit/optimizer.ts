import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { fitParameters } from '#lib/domain/optimizer/fit-parameters.ts';
import { meanLogLoss } from '#lib/domain/optimizer/mean-log-loss.ts';
import { simulatedHistories } from '#lib/domain/optimizer/simulated-histories.ts';
import { evenWeights } from '#lib/domain/optimizer/training-weights.ts';

/** What the bench needs of the app's own code; bundled as the app is, for Node and for a worker alike. */
const optimizer = {
	defaultParameters,
	evenWeights,
	fitParameters,
	meanLogLoss,
	simulatedHistories,
};

export type Optimizer = typeof optimizer;

declare global {
	var optimizer: Optimizer;
}
globalThis.optimizer = optimizer;
