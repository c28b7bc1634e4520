import { percent } from '#lib/domain/statistics/percent.ts';
import type { FitFacts } from './judge-fit.ts';

/**
 * What a fit gains, in words. It is told card by card: averages of all cards may agree with what happened while every
 * single card was foretold worse.
 */
export function describeGain(facts: FitFacts): string {
	return `Card by card, they come ${describeShare(shareGained(facts))} closer to what happened in your last ${facts.heldOut.toLocaleString('en')} reviews, which the fit had not seen. So each card comes back nearer to the moment you need it.`;
}

/** How much of the log loss the fit takes away; below 0 when it adds some. */
export function shareGained({ lossNow, lossFitted }: FitFacts): number {
	return lossNow > 0 ? 1 - lossFitted / lossNow : 0;
}

function describeShare(share: number): string {
	return share < 0.001 ? 'a hair' : percent(share, share < 0.1 ? 1 : 0);
}
