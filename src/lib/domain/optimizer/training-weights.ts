import { isUsable, type Histories } from './histories.ts';

/** Which reviews a fit learns from, and how much each counts. */
export interface TrainingWeights {
	/** For each review; 0 for one that is not learned from. */
	readonly weights: Float64Array<ArrayBuffer>;
	/** For each history, the review after the last one with a weight; its start when there is none. */
	readonly ends: Int32Array<ArrayBuffer>;
	/** For each history, how many of its reviews have a weight. */
	readonly counts: Int32Array<ArrayBuffer>;
	/** How many reviews have a weight. */
	readonly count: number;
}

/**
 * Later reviews count more: from a quarter for the first to one for the last, with the cube of their place, as
 * fsrs-rs does it. Memory, and the way a person rates, changes over the years.
 *
 * @param before only reviews of this time or earlier are learned from, in ms
 * @param left reviews to leave out, by index
 */
export function recencyWeights(
	log: Histories,
	before = Infinity,
	left: ReadonlySet<number> = new Set(),
): TrainingWeights {
	const usable: number[] = [];
	forEachUsable(log, (review) => {
		if ((log.times[review] ?? 0) <= before && !left.has(review)) usable.push(review);
	});
	const order = Uint32Array.from(usable).sort(
		(one, other) => (log.times[one] ?? 0) - (log.times[other] ?? 0),
	);
	const weights = new Float64Array(log.ratings.length);
	for (const [place, review] of order.entries()) {
		weights[review] = 0.25 + 0.75 * (place / order.length) ** 3;
	}
	return perHistory(log, weights);
}

/** Each review of a span counts as one: what a prediction is judged by. @param after in ms, not included */
export function evenWeights(log: Histories, after: number): TrainingWeights {
	const weights = new Float64Array(log.ratings.length);
	forEachUsable(log, (review) => {
		if ((log.times[review] ?? 0) > after) weights[review] = 1;
	});
	return perHistory(log, weights);
}

export function forEachUsable(
	log: Histories,
	visit: (review: number, start: number) => void,
): void {
	for (let history = 0; history < log.starts.length - 1; history++) {
		const start = log.starts[history] ?? 0;
		const end = log.starts[history + 1] ?? 0;
		for (let review = start + 1; review < end; review++) {
			if (isUsable(log, history, review)) visit(review, start);
		}
	}
}

function perHistory({ starts }: Histories, weights: Float64Array<ArrayBuffer>): TrainingWeights {
	const ends = starts.slice(0, -1);
	const counts = new Int32Array(ends.length);
	let count = 0;
	for (let history = 0; history < ends.length; history++) {
		const end = starts[history + 1] ?? 0;
		for (let review = starts[history] ?? 0; review < end; review++) {
			if (!weights[review]) continue;
			ends[history] = review + 1;
			counts[history] = (counts[history] ?? 0) + 1;
			count++;
		}
	}
	return { weights, ends, counts, count };
}
