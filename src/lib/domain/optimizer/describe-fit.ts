import { percent } from '#lib/domain/statistics/percent.ts';
import type { FitFacts } from './judge-fit.ts';

/** What a fit gains, in words: what happened, what each set of parameters had expected, how much closer it came. */
export function describeGain(facts: FitFacts): readonly string[] {
	const { heldOut, recalled, expectedNow, expectedFitted } = facts;
	return [
		`Of your last ${heldOut.toLocaleString('en')} reviews, which the fit had not seen, you remembered ${percent(recalled, 1)}.`,
		`Your present parameters expected ${percent(expectedNow, 1)}, the fitted ones ${percent(expectedFitted, 1)}.`,
		`Card by card, the fitted ones were ${describeShare(shareGained(facts))} closer to what happened.`,
	];
}

/** How much of the log loss the fit takes away; below 0 when it adds some. */
export function shareGained({ lossNow, lossFitted }: FitFacts): number {
	return lossNow > 0 ? 1 - lossFitted / lossNow : 0;
}

function describeShare(share: number): string {
	return share < 0.001 ? 'a hair' : percent(share, share < 0.1 ? 1 : 0);
}
