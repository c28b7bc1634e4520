import { firstDifficulty, type FitModel } from './fit-model.ts';
import type { Histories } from './histories.ts';
import type { HistoryTape } from './history-tape.ts';
import { LONGEST_STABILITY, SHORTEST_STABILITY } from './model-step.ts';

/**
 * Goes back along a history that `passForward` has gone along and adds what its loss owes to each parameter: the chain
 * rule from the last review to the first, carrying what the loss owes to stability and to difficulty after the
 * review at hand. Written as `passForward` is, and for the same reason.
 *
 * @param weights of each review; 0 for one that is not to be predicted
 * @param gradient by w0 to w20; added to
 */
export function passBack(
	tape: HistoryTape,
	log: Histories,
	weights: Float64Array,
	model: FitModel,
	gradient: Float64Array,
	start: number,
	end: number,
): void {
	const { ratings, gaps } = log;
	const { stability, difficulty, recall, logTime, logStability, power, surprise } = tape;
	const { w, growth, easyDifficulty, easySlope, lapseCap } = model;
	const { decay, factor, factorSlope } = model.curve;
	const w6 = w[6] ?? 0;
	const w7 = w[7] ?? 0;
	const w9 = w[9] ?? 0;
	const w10 = w[10] ?? 0;
	const w11 = w[11] ?? 0;
	const w12 = w[12] ?? 0;
	const w13 = w[13] ?? 0;
	const w14 = w[14] ?? 0;
	const w15 = w[15] ?? 0;
	const w16 = w[16] ?? 0;
	const w17 = w[17] ?? 0;
	const w18 = w[18] ?? 0;
	const w19 = w[19] ?? 0;
	let g4 = 0;
	let g6 = 0;
	let g7 = 0;
	let g8 = 0;
	let g9 = 0;
	let g10 = 0;
	let g11 = 0;
	let g12 = 0;
	let g13 = 0;
	let g14 = 0;
	let g15 = 0;
	let g16 = 0;
	let g17 = 0;
	let g18 = 0;
	let g19 = 0;
	let g20 = 0;
	// What the loss owes to memory after the review, and that memory; after the last it owes nothing.
	let toS = 0;
	let toD = 0;
	let afterS = 1;
	let afterD = 5;
	for (let review = end - 1, step = review - start; review > start; review--, step--) {
		const rating = ratings[review] ?? 0;
		const days = gaps[review] ?? 0;
		const s = stability[step] ?? 0;
		const d = difficulty[step] ?? 0;
		if (afterS <= SHORTEST_STABILITY || afterS >= LONGEST_STABILITY) toS = 0;
		if (afterD <= 1 || afterD >= 10) toD = 0;
		const turn = (rating - 3) / 9;
		const moved = d - w6 * turn * (10 - d);
		g4 += toD * w7;
		g6 -= toD * (1 - w7) * turn * (10 - d);
		g7 += toD * (easyDifficulty - moved);
		let beforeD = toD * (1 - w7) * (1 + w6 * turn);
		let beforeS = 0;
		if (days > 0) {
			const chance = recall[step] ?? 0;
			const weight = weights[review] ?? 0;
			let toR = rating > 1 ? -weight / chance : weight / (1 - chance);
			if (toS !== 0) {
				const logS = logStability[step] ?? 0;
				const kept = power[step] ?? 0;
				const surprised = surprise[step] ?? 0;
				if (rating > 1) {
					const plain = toS * s * growth * (11 - d) * kept;
					const bonus = rating === 3 ? 1 : rating === 2 ? w15 : w16;
					const gain = plain * (surprised - 1) * bonus;
					const steepness = plain * bonus * surprised;
					beforeS = toS + (gain / s) * (1 - w9);
					beforeD -= gain / (11 - d);
					toR -= steepness * w10;
					g8 += gain;
					g9 -= gain * logS;
					g10 += steepness * (1 - chance);
					if (rating === 2) g15 += plain * (surprised - 1);
					else if (rating === 4) g16 += plain * (surprised - 1);
				} else {
					const forgotten = w11 * surprised * (kept - 1);
					const most = s * lapseCap;
					if (forgotten < most) {
						const slope = toS * w11 * surprised * kept;
						const owed = toS * forgotten;
						beforeS = (slope * w13) / (s + 1);
						beforeD -= (owed * w12) / d;
						toR -= owed * w14;
						g11 += toS * surprised * (kept - 1);
						g12 -= owed * Math.log(d);
						g13 += slope * logS;
						g14 += owed * (1 - chance);
					} else {
						beforeS = toS * lapseCap;
						g17 -= toS * most * w18;
						g18 -= toS * most * w17;
					}
				}
			}
			const slope = (toR * decay * chance * days) / (s + factor * days);
			beforeS += (slope * factor) / s;
			g20 -= toR * chance * (logTime[step] ?? 0) + slope * factorSlope;
		} else {
			const change = power[step] ?? 0;
			if (rating > 1 && change < 1) beforeS = toS;
			else {
				const owed = toS * s * change;
				beforeS = toS * change * (1 - w19);
				g17 += owed * (rating - 3 + w18);
				g18 += owed * w17;
				g19 -= owed * (logStability[step] ?? 0);
			}
		}
		toS = beforeS;
		toD = beforeD;
		afterS = s;
		afterD = d;
	}
	const first = ratings[start] ?? 0;
	const difficult = firstDifficulty(w, first);
	if (difficult <= 1 || difficult >= 10) toD = 0;
	const ease = Math.exp((w[5] ?? 0) * (first - 1));
	gradient[first - 1] = (gradient[first - 1] ?? 0) + toS;
	gradient[4] = (gradient[4] ?? 0) + g4 + toD;
	gradient[5] = (gradient[5] ?? 0) + g4 * easySlope - toD * (first - 1) * ease;
	gradient[6] = (gradient[6] ?? 0) + g6;
	gradient[7] = (gradient[7] ?? 0) + g7;
	gradient[8] = (gradient[8] ?? 0) + g8;
	gradient[9] = (gradient[9] ?? 0) + g9;
	gradient[10] = (gradient[10] ?? 0) + g10;
	gradient[11] = (gradient[11] ?? 0) + g11;
	gradient[12] = (gradient[12] ?? 0) + g12;
	gradient[13] = (gradient[13] ?? 0) + g13;
	gradient[14] = (gradient[14] ?? 0) + g14;
	gradient[15] = (gradient[15] ?? 0) + g15;
	gradient[16] = (gradient[16] ?? 0) + g16;
	gradient[17] = (gradient[17] ?? 0) + g17;
	gradient[18] = (gradient[18] ?? 0) + g18;
	gradient[19] = (gradient[19] ?? 0) + g19;
	gradient[20] = (gradient[20] ?? 0) + g20;
}
