import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { fitParameters } from '#lib/domain/optimizer/fit-parameters.ts';
import { logLossOf, predictionsAfter } from '#lib/domain/optimizer/predictions.ts';
import { simulatedHistories } from '#lib/domain/optimizer/simulated-histories.ts';
import { trueParameterSets } from '#lib/domain/optimizer/true-parameter-sets.ts';
import { historiesOfCsv } from './histories-of-csv.ts';
import { heldOutLogLoss, splitTime } from './held-out.ts';

/** What the bench needs of the app's own code; bundled as the app is, for Node and for a worker alike. */
export const optimizer = {
	defaultParameters,
	fitParameters,
	heldOutLogLoss,
	historiesOfCsv,
	logLossOf,
	predictionsAfter,
	simulatedHistories,
	splitTime,
	trueParameterSets,
};

declare global {
	var fitBench: typeof optimizer;
}
globalThis.fitBench = optimizer;
