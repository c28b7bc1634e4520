/** @param {readonly number[]} numbers */
export function median(numbers) {
	return quantile(numbers, 0.5);
}

/**
 * @param {readonly number[]} numbers
 * @param {number} share 0 to 1
 */
export function quantile(numbers, share) {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}
