/**
 * How measurements in pairs lie.
 *
 * @param {import('./answer-time.js').Pairs} pairs
 */
export function spread({ answers, writes }) {
	const ratios = answers.map((answer, index) => answer / (writes[index] ?? NaN));
	return {
		answers: [quantile(answers, 0.5), quantile(answers, 0.95)],
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
