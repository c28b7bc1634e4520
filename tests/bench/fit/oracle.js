import {
	computeParameters,
	FSRSBindingItem,
	FSRSBindingReview,
} from '@open-spaced-repetition/binding';

/**
 * The training items of fsrs-rs: for each review on a later day than the one before it, in the order of time, the
 * history up to it.
 *
 * @param {import('../../../src/lib/domain/optimizer/histories.ts').Histories} log
 * @param {number} before only reviews of this time or earlier, in ms
 */
export function oracleItems({ starts, ratings, gaps, times }, before) {
	/** @type {{ at: number, item: FSRSBindingItem }[]} */
	const items = [];
	for (let history = 0; history < starts.length - 1; history++) {
		const start = starts[history] ?? 0;
		/** @type {FSRSBindingReview[]} */
		const reviews = [];
		for (let review = start; review < (starts[history + 1] ?? 0); review++) {
			const at = times[review] ?? 0;
			if (at > before) break;
			reviews.push(new FSRSBindingReview(ratings[review] ?? 0, gaps[review] ?? 0));
			if ((gaps[review] ?? 0) > 0) items.push({ at, item: new FSRSBindingItem([...reviews]) });
		}
	}
	return items.sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** @param {FSRSBindingItem[]} items */
export function oracleFit(items) {
	return computeParameters(items, {
		enableShortTerm: true,
		numRelearningSteps: 1,
		// It looks this often (ms) whether it is done; else each fit would seem to take half a second.
		timeout: 1,
	});
}
