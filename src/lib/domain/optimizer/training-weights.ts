import type { Histories } from './histories.ts';

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
 * @param learned the reviews to learn from, by index and in order
 */
export function recencyWeights(log: Histories, learned: Int32Array): TrainingWeights {
	const { times } = log;
	const weights = new Float64Array(times.length);
	let first = Infinity;
	let last = -Infinity;
	for (let index = 0; index < learned.length; index++) {
		const time = times[learned[index] ?? 0] ?? 0;
		if (time < first) first = time;
		if (time > last) last = time;
	}
	const scale = last > first ? (SPANS - 1) / (last - first) : 0;
	const places = new Int32Array(SPANS);
	for (let index = 0; index < learned.length; index++) {
		const span = Math.floor(((times[learned[index] ?? 0] ?? 0) - first) * scale);
		places[span] = (places[span] ?? 0) + 1;
	}
	const weightOfSpan = weightsOfSpans(places, learned.length);
	for (let index = 0; index < learned.length; index++) {
		const review = learned[index] ?? 0;
		const span = Math.floor(((times[review] ?? 0) - first) * scale);
		weights[review] = weightOfSpan[span] ?? 0;
	}
	return { weights, ...perHistory(log, learned), count: learned.length };
}

/** A review's place is taken as that of the middle of its span. @param counts how many there are in each */
function weightsOfSpans(counts: Int32Array, all: number): Float64Array {
	const weights = new Float64Array(counts.length);
	let before = 0;
	for (let span = 0; span < counts.length; span++) {
		const count = counts[span] ?? 0;
		const place = (before + count / 2) / all;
		weights[span] = 0.25 + 0.75 * place * place * place;
		before += count;
	}
	return weights;
}

function perHistory({ starts }: Histories, learned: Int32Array) {
	const ends = starts.slice(0, -1);
	const counts = new Int32Array(ends.length);
	let history = 0;
	for (let index = 0; index < learned.length; index++) {
		const review = learned[index] ?? 0;
		while (review >= (starts[history + 1] ?? Infinity)) history++;
		ends[history] = review + 1;
		counts[history] = (counts[history] ?? 0) + 1;
	}
	return { ends, counts };
}
