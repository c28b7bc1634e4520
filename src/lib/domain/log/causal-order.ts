import type { LogColumns } from './log-columns.ts';

/** The places of all events by their ids, which sort in causal order. */
export function causalOrder(columns: LogColumns): Int32Array {
	const order = Int32Array.from({ length: columns.length }, (_, index) => index);
	for (let index = 1; index < columns.length; index++) {
		if (columns.compareIds(index - 1, index) <= 0) continue;
		return order.sort((one, other) => columns.compareIds(one, other));
	}
	// One device's events stand in their order already.
	return order;
}
