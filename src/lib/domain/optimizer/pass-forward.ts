import { firstDifficulty, type FitModel } from './fit-model.ts';
import type { Histories } from './histories.ts';
import type { HistoryTape } from './history-tape.ts';
import { LONGEST_STABILITY, SHORTEST_STABILITY } from './model-step.ts';

/**
 * Goes along a history from its first review, at `start`, to the last before `end`, and leaves on the tape what was
 * predicted of each and what memory was.
 *
 * One long loop over local numbers without a call but those of `Math`: a worker runs it some thousand times before
 * the browser has compiled it, and calls are what that costs most.
 */
export function passForward(
	tape: HistoryTape,
	log: Histories,
	model: FitModel,
	start: number,
	end: number,
): void {
	const { ratings, gaps } = log;
	const { stability, difficulty, recall, logTime, logStability, power, surprise } = tape;
	const { w, growth, easyDifficulty, lapseCap } = model;
	const { decay, factor } = model.curve;
	const w6 = w[6] ?? 0;
	const w7 = w[7] ?? 0;
	const w9 = w[9] ?? 0;
	const w10 = w[10] ?? 0;
	const w11 = w[11] ?? 0;
	const w12 = w[12] ?? 0;
	const w13 = w[13] ?? 0;
	const w14 = w[14] ?? 0;
	const w17 = w[17] ?? 0;
	const w18 = w[18] ?? 0;
	const w19 = w[19] ?? 0;
	const hard = w[15] ?? 0;
	const easy = w[16] ?? 0;
	const first = ratings[start] ?? 0;
	let s = w[first - 1] ?? 0;
	let d = firstDifficulty(w, first);
	d = d < 1 ? 1 : d > 10 ? 10 : d;
	const last = end - 1;
	for (let review = start + 1, step = 1; review < end; review++, step++) {
		const rating = ratings[review] ?? 0;
		const days = gaps[review] ?? 0;
		stability[step] = s;
		difficulty[step] = d;
		if (days > 0) {
			const log1 = Math.log(1 + (factor * days) / s);
			const chance = Math.exp(-decay * log1);
			logTime[step] = log1;
			recall[step] = chance;
			if (review === last) return;
			if (rating > 1) {
				const logS = Math.log(s);
				const kept = Math.exp(-w9 * logS);
				const gained = Math.exp(w10 * (1 - chance));
				logStability[step] = logS;
				power[step] = kept;
				surprise[step] = gained;
				const bonus = rating === 3 ? 1 : rating === 2 ? hard : easy;
				s += s * growth * (11 - d) * kept * (gained - 1) * bonus;
			} else {
				const logS = Math.log(s + 1);
				const kept = Math.exp(w13 * logS);
				const lost = Math.exp(w14 * (1 - chance) - w12 * Math.log(d));
				logStability[step] = logS;
				power[step] = kept;
				surprise[step] = lost;
				const most = s * lapseCap;
				s = w11 * lost * (kept - 1);
				if (s < SHORTEST_STABILITY) s = SHORTEST_STABILITY;
				if (s > most) s = most;
			}
		} else {
			const logS = Math.log(s);
			const change = Math.exp(w17 * (rating - 3 + w18) - w19 * logS);
			logStability[step] = logS;
			power[step] = change;
			if (rating === 1 || change > 1) s *= change;
		}
		if (s < SHORTEST_STABILITY) s = SHORTEST_STABILITY;
		else if (s > LONGEST_STABILITY) s = LONGEST_STABILITY;
		const moved = d - (w6 * (rating - 3) * (10 - d)) / 9;
		d = moved + w7 * (easyDifficulty - moved);
		if (d < 1) d = 1;
		else if (d > 10) d = 10;
	}
}
