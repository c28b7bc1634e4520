import type { Histories } from '#lib/domain/optimizer/histories.ts';
import { logLossOf, predictionsAfter } from '#lib/domain/optimizer/predictions.ts';

/** The time of the review at a share of all, in ms: what is learned from ends there. */
export function splitTime({ times }: Histories, share: number): number {
	return times.toSorted()[Math.floor(times.length * share)] ?? 0;
}

/** The mean log loss of the reviews after a time. */
export function heldOutLogLoss(
	log: Histories,
	after: number,
	parameters: readonly number[],
): number {
	const { recall, recalled } = predictionsAfter(log, after, parameters);
	return (
		recall.reduce((sum, chance, index) => sum + logLossOf(chance, recalled[index] ?? 0), 0) /
		recall.length
	);
}
