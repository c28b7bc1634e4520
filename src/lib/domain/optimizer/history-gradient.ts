import { curveOf, type Curve } from './curve.ts';
import { LONGEST_HISTORY, type Histories } from './histories.ts';
import { LONGEST_STABILITY, SHORTEST_STABILITY } from './model-step.ts';
import { PARAMETERS } from './parameter-range.ts';

/**
 * The loss of histories, minus log-likelihood with a weight for each review, and its gradient.
 *
 * One pass forward along a history gives all its predictions, one pass back gives the gradient: the chain rule
 * from the last review to the first, carrying two numbers, what the loss owes to stability and to difficulty.
 * Forward mode gives the same gradient and would carry 22; tests hold this one against finite differences.
 */
export class HistoryGradient {
	loss = 0;
	readonly gradient = new Float64Array(PARAMETERS);
	readonly #log: Histories;
	readonly #weights: Float64Array;
	#w = new Float64Array(PARAMETERS);
	#curve: Curve = curveOf(0.5);
	#growth = 0;
	#easyDifficulty = 0;
	#lapseCap = 0;
	// Of the history at hand, as it was before each review.
	readonly #stability = new Float64Array(LONGEST_HISTORY + 1);
	readonly #difficulty = new Float64Array(LONGEST_HISTORY + 1);
	readonly #recall = new Float64Array(LONGEST_HISTORY);
	readonly #logTime = new Float64Array(LONGEST_HISTORY);
	/** ln S, or ln (S + 1) before a lapse. */
	readonly #logStability = new Float64Array(LONGEST_HISTORY);
	/** S^−w9 or (S + 1)^w13 or the factor of a same-day review. */
	readonly #power = new Float64Array(LONGEST_HISTORY);
	/** What the chance of recall does to the new stability: the exponential in it. */
	readonly #surprise = new Float64Array(LONGEST_HISTORY);

	/** @param weights of each review; 0 for one that is not to be predicted */
	constructor(log: Histories, weights: Float64Array) {
		this.#log = log;
		this.#weights = weights;
	}

	/** Begins a new sum at these parameters, which must lie within their ranges. */
	begin(w: Float64Array<ArrayBuffer>): void {
		this.loss = 0;
		this.gradient.fill(0);
		this.#w = w;
		this.#curve = curveOf(at(w, 20));
		this.#growth = Math.exp(at(w, 8));
		this.#easyDifficulty = at(w, 4) - Math.exp(3 * at(w, 5)) + 1;
		this.#lapseCap = Math.exp(-at(w, 17) * at(w, 18));
	}

	/** Adds the loss of a history. @param end the review after the last one that has a weight */
	addLoss(start: number, end: number): void {
		const { ratings, gaps } = this.#log;
		const { decay, factor } = this.#curve;
		const weights = this.#weights;
		const w = this.#w;
		const w6 = at(w, 6);
		const w7 = at(w, 7);
		const w9 = at(w, 9);
		const w10 = at(w, 10);
		const w11 = at(w, 11);
		const w12 = at(w, 12);
		const w13 = at(w, 13);
		const w14 = at(w, 14);
		const w17 = at(w, 17);
		const w18 = at(w, 18);
		const w19 = at(w, 19);
		const growth = this.#growth;
		const easy = this.#easyDifficulty;
		const first = ratings[start] ?? 0;
		let s = at(w, first - 1);
		let d = bounded(firstDifficulty(w, first), 1, 10);
		let loss = 0;
		for (let review = start + 1; review < end; review++) {
			const step = review - start;
			const rating = ratings[review] ?? 0;
			const days = at(gaps, review);
			this.#stability[step] = s;
			this.#difficulty[step] = d;
			let after: number;
			if (days > 0) {
				const weight = at(weights, review);
				const logTime = Math.log(1 + (factor * days) / s);
				const recall = Math.exp(-decay * logTime);
				this.#logTime[step] = logTime;
				this.#recall[step] = recall;
				if (weight > 0) loss += weight * (rating > 1 ? decay * logTime : -Math.log(1 - recall));
				if (review === end - 1) break;
				if (rating > 1) {
					const logS = Math.log(s);
					const power = Math.exp(-w9 * logS);
					this.#logStability[step] = logS;
					const surprise = Math.exp(w10 * (1 - recall));
					this.#power[step] = power;
					this.#surprise[step] = surprise;
					after = s * (1 + growth * (11 - d) * power * (surprise - 1) * bonus(w, rating));
				} else {
					const logS = Math.log(s + 1);
					const power = Math.exp(w13 * logS);
					this.#logStability[step] = logS;
					const surprise = Math.exp(w14 * (1 - recall) - w12 * Math.log(d));
					this.#power[step] = power;
					this.#surprise[step] = surprise;
					const forgotten = Math.max(w11 * surprise * (power - 1), SHORTEST_STABILITY);
					after = Math.min(forgotten, s * this.#lapseCap);
				}
			} else {
				const logS = Math.log(s);
				const change = Math.exp(w17 * (rating - 3 + w18) - w19 * logS);
				this.#logStability[step] = logS;
				this.#power[step] = change;
				after = rating > 1 && change < 1 ? s : s * change;
			}
			s = bounded(after, SHORTEST_STABILITY, LONGEST_STABILITY);
			const moved = d - (w6 * (rating - 3) * (10 - d)) / 9;
			d = bounded(moved + w7 * (easy - moved), 1, 10);
		}
		this.loss += loss;
	}

	/** Adds the loss and the gradient of a history. */
	addGradient(start: number, end: number): void {
		this.addLoss(start, end);
		const { ratings, gaps } = this.#log;
		const w = this.#w;
		const g = this.gradient;
		const { decay, factor, factorSlope } = this.#curve;
		const easySlope = Math.exp(3 * at(w, 5));
		// What the loss owes to stability and difficulty after the review; none after the last.
		let toS = 0;
		let toD = 0;
		for (let review = end - 1; review > start; review--) {
			const step = review - start;
			const s = at(this.#stability, step);
			const d = at(this.#difficulty, step);
			const rating = ratings[review] ?? 0;
			const days = at(gaps, review);
			const logS = at(this.#logStability, step);
			const afterS = at(this.#stability, step + 1);
			const afterD = at(this.#difficulty, step + 1);
			const isLast = review === end - 1;
			if (isLast || afterS <= SHORTEST_STABILITY || afterS >= LONGEST_STABILITY) toS = 0;
			if (isLast || afterD <= 1 || afterD >= 10) toD = 0;

			const reversion = at(w, 7);
			const change = ((rating - 3) * (10 - d)) / 9;
			const moved = d - at(w, 6) * change;
			add(g, 4, toD * reversion);
			add(g, 5, -toD * reversion * 3 * easySlope);
			add(g, 6, -toD * (1 - reversion) * change);
			add(g, 7, toD * (this.#easyDifficulty - moved));
			let beforeD = toD * (1 - reversion) * (1 + (at(w, 6) * (rating - 3)) / 9);
			let beforeS = 0;
			let toR = 0;
			if (days > 0) {
				const recall = at(this.#recall, step);
				const weight = at(this.#weights, review);
				if (weight > 0) toR = rating > 1 ? -weight / recall : weight / (1 - recall);
				const power = at(this.#power, step);
				const surprise = at(this.#surprise, step);
				if (toS !== 0 && rating > 1) {
					const scale = s * this.#growth * (11 - d) * power;
					const extra = bonus(w, rating);
					const gain = scale * (surprise - 1) * extra;
					beforeS = toS * (1 + (gain / s) * (1 - at(w, 9)));
					beforeD -= (toS * gain) / (11 - d);
					toR -= toS * scale * extra * at(w, 10) * surprise;
					add(g, 8, toS * gain);
					add(g, 9, -toS * gain * logS);
					add(g, 10, toS * scale * extra * surprise * (1 - recall));
					if (rating === 2) add(g, 15, toS * scale * (surprise - 1));
					else if (rating === 4) add(g, 16, toS * scale * (surprise - 1));
				} else if (toS !== 0) {
					const forgotten = at(w, 11) * surprise * (power - 1);
					const most = s * this.#lapseCap;
					if (forgotten < most) {
						const slope = at(w, 11) * surprise * power;
						beforeS = (toS * slope * at(w, 13)) / (s + 1);
						beforeD -= (toS * forgotten * at(w, 12)) / d;
						toR -= toS * forgotten * at(w, 14);
						add(g, 11, toS * surprise * (power - 1));
						add(g, 12, -toS * forgotten * Math.log(d));
						add(g, 13, toS * slope * logS);
						add(g, 14, toS * forgotten * (1 - recall));
					} else {
						beforeS = toS * this.#lapseCap;
						add(g, 17, -toS * most * at(w, 18));
						add(g, 18, -toS * most * at(w, 17));
					}
				}
				const slope = (toR * decay * recall) / (1 + (factor * days) / s);
				beforeS += (slope * factor * days) / (s * s);
				add(g, 20, -toR * recall * at(this.#logTime, step) - (slope * factorSlope * days) / s);
			} else {
				const factorOfDay = at(this.#power, step);
				if (rating > 1 && factorOfDay < 1) beforeS = toS;
				else {
					const after = toS * s * factorOfDay;
					beforeS = toS * factorOfDay * (1 - at(w, 19));
					add(g, 17, after * (rating - 3 + at(w, 18)));
					add(g, 18, after * at(w, 17));
					add(g, 19, -after * logS);
				}
			}
			toS = beforeS;
			toD = beforeD;
		}
		this.#addFirst(ratings[start] ?? 0, toS, toD);
	}

	#addFirst(rating: number, toS: number, toD: number): void {
		add(this.gradient, rating - 1, toS);
		const difficulty = firstDifficulty(this.#w, rating);
		if (difficulty <= 1 || difficulty >= 10) return;
		add(this.gradient, 4, toD);
		add(this.gradient, 5, -toD * (rating - 1) * Math.exp(at(this.#w, 5) * (rating - 1)));
	}
}

function firstDifficulty(w: Float64Array, rating: number): number {
	return at(w, 4) - Math.exp(at(w, 5) * (rating - 1)) + 1;
}

function bonus(w: Float64Array, rating: number): number {
	return rating === 2 ? at(w, 15) : rating === 4 ? at(w, 16) : 1;
}

function bounded(value: number, lowest: number, highest: number): number {
	return value < lowest ? lowest : value > highest ? highest : value;
}

function at(values: Float64Array, index: number): number {
	return values[index] ?? 0;
}

function add(values: Float64Array, index: number, amount: number): void {
	values[index] = at(values, index) + amount;
}
