/** Where each bucket of a length in days begins; each ends where the next begins, the last nowhere. */
export const dayBuckets = [0, 1, 2, 3, 4, 7, 14, 21, 30, 60, 90, 180, 365, 730] as const;

/** @param days 0 or more */
export function dayBucket(days: number): number {
	const after = dayBuckets.findIndex((start) => start > days);
	return after === -1 ? dayBuckets.length - 1 : Math.max(0, after - 1);
}
