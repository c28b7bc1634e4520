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
 * Whether a review can be predicted and so tells something about memory: not the first, not on the same day as
 * the one before. Same-day reviews still move memory on, as in fsrs-rs.
 */
export function isUsable({ starts, gaps }: Histories, history: number, review: number): boolean {
	const start = starts[history] ?? 0;
	return review > start && review - start < LONGEST_HISTORY && (gaps[review] ?? 0) > 0;
}

/** How many reviews can be predicted. */
export function countUsable(histories: Histories): number {
	let count = 0;
	for (let history = 0; history < histories.starts.length - 1; history++) {
		const end = histories.starts[history + 1] ?? 0;
		for (let review = histories.starts[history] ?? 0; review < end; review++) {
			if (isUsable(histories, history, review)) count++;
		}
	}
	return count;
}
