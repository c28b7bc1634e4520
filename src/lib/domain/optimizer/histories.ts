/**
 * Reviews in flat columns, so that a pass over a million of them touches nothing but numbers.
 *
 * A history is what a card lived through from a first rating on; a reset begins another one. History `h` has
 * the reviews `starts[h]` up to, not including, `starts[h + 1]`. Plain data: it can be posted to a worker.
 */
export interface Histories {
	/** One more than there are histories; the last is the number of reviews. */
	readonly starts: Int32Array<ArrayBuffer>;
	/** 1 Again to 4 Easy. */
	readonly ratings: Uint8Array<ArrayBuffer>;
	/** Study days since the review before; 0 for a history's first review and on the same day. */
	readonly gaps: Float64Array<ArrayBuffer>;
	/** When it was, milliseconds since 1970: what is later is known by this. */
	readonly times: Float64Array<ArrayBuffer>;
}

/** Reviews of one history that are looked at; later ones say little more, and fsrs-rs stops here too. */
export const LONGEST_HISTORY = 64;

/**
 * The reviews that can be predicted and so tell something about memory, by index and in order: not a history's first,
 * not on the same day as the one before. Same-day reviews still move memory on, as in fsrs-rs.
 *
 * @param before only reviews of this time or earlier, in ms
 */
export function usableReviews(
	{ starts, gaps, times }: Histories,
	before = Infinity,
): Int32Array<ArrayBuffer> {
	const found = new Int32Array(gaps.length);
	let count = 0;
	for (let history = 0; history < starts.length - 1; history++) {
		const start = starts[history] ?? 0;
		const next = starts[history + 1] ?? 0;
		const end = next < start + LONGEST_HISTORY ? next : start + LONGEST_HISTORY;
		for (let review = start + 1; review < end; review++) {
			if ((gaps[review] ?? 0) > 0 && (times[review] ?? 0) <= before) found[count++] = review;
		}
	}
	return found.slice(0, count);
}
