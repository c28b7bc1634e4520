import { defaultParameters } from '#lib/domain/memory/fsrs.ts';

/** People whose memories differ from the usual one, for tests and the bench: they forget sooner, or hardly at all. */
export const trueParameterSets: Readonly<Record<string, readonly number[]>> = {
	usual: defaultParameters,
	quick: changed({ 6: 2, 8: 1.45, 20: 0.3 }, 0.4),
	slow: changed({ 4: 5.5, 8: 2.15, 20: 0.12 }, 2.5),
};

function changed(by: Readonly<Record<number, number>>, initialStability: number): number[] {
	return defaultParameters.map((value, index) =>
		index < 4 ? value * initialStability : (by[index] ?? value),
	);
}
