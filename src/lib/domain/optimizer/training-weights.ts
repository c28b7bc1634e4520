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

/** Spans of time, of equal length, whose reviews count alike: of ten years, a day each. */
const SPANS = 4096;

/**
 * Later reviews count more: from a quarter for the first to one for the last, with the cube of their place among
 * all, as fsrs-rs does it. Memory, and the way a person rates, changes over the years.
 *
 * @param before only reviews of this time or earlier are learned from, in ms
 * @param left reviews to leave out, by index
 */
export function recencyWeights(
	log: Histories,
	before = Infinity,
	left: ReadonlySet<number> = new Set(),
): TrainingWeights {
	const { times } = log;
	const weights = new Float64Array(times.length);
	const learned: number[] = [];
	let [first, last] = [Infinity, -Infinity];
	forEachUsable(log, (review) => {
		const time = times[review] ?? 0;
		if (time > before || (left.size > 0 && left.has(review))) return;
		learned.push(review);
		if (time < first) first = time;
		if (time > last) last = time;
	});
	const scale = last > first ? (SPANS - 1) / (last - first) : 0;
	const places = new Float64Array(SPANS);
	for (const review of learned) {
		const span = Math.floor(((times[review] ?? 0) - first) * scale);
		places[span] = (places[span] ?? 0) + 1;
	}
	countBefore(places);
	for (const review of learned) {
		const span = Math.floor(((times[review] ?? 0) - first) * scale);
		const place = (places[span] ?? 0) / learned.length;
		weights[review] = 0.25 + 0.75 * place * place * place;
	}
	return perHistory(log, weights);
}

/** Turns how many there are in each span into how many there are before its middle. */
function countBefore(counts: Float64Array): void {
	let before = 0;
	for (let span = 0; span < counts.length; span++) {
		const count = counts[span] ?? 0;
		counts[span] = before + count / 2;
		before += count;
	}
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
