/**
 * How measurements in pairs lie.
 *
 * @param {import('./review-by-script.js').Pairs} pairs
 */
export function spread({ acts, writes }) {
	const ratios = acts.map((act, index) => act / (writes[index] ?? NaN));
	return {
		acts: [quantile(acts, 0.5), quantile(acts, 0.95)],
		writes: [quantile(writes, 0.5), quantile(writes, 0.95)],
		ratios: [quantile(ratios, 0.5), quantile(ratios, 0.95)],
	};
}

/**
 * @param {readonly number[]} numbers
 * @param {number} share 0 to 1
 */
function quantile(numbers, share) {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}
