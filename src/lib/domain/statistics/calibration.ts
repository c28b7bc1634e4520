import type { Progress } from '#lib/domain/cards/card.ts';
import type { LastingEvent } from '#lib/domain/log/event.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { daysBetween } from '#lib/domain/time/study-day.ts';

/** Where the bins of predicted recall begin. */
export const recallBins = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98] as const;

/** Predicted against actual recall. */
export interface Calibration {
	/** Reviews that were predicted: those a study day or more after the one before. */
	readonly reviews: number;
	/** Mean of -log of the chance that was given to what happened; NaN without reviews. */
	readonly logLoss: number;
	/** Root mean square error over bins of like reviews, 0 to 1; NaN without reviews. */
	readonly rmseBins: number;
	/** One for each of `recallBins`; means from 0 to 1. */
	readonly bins: readonly {
		readonly reviews: number;
		readonly predicted: number;
		readonly actual: number;
	}[];
}

interface Bin {
	reviews: number;
	predicted: number;
	actual: number;
}

/**
 * Compares what the model expected with what happened, card by card.
 *
 * Log loss and RMSE(bins) are those of srs-benchmark (open-spaced-repetition): reviews of the same day are no
 * evidence but change the memory; bins by elapsed days, number of the review and lapses before it, each
 * on a logarithmic scale, weighted by their reviews. Chances are kept within 0.0001 of 0 and 1.
 */
export class CalibrationCount {
	readonly #model: MemoryModel;
	#reviews = 0;
	#loss = 0;
	readonly #alike = new Map<string, Bin>();
	readonly #bins: Bin[] = recallBins.map(() => ({ reviews: 0, predicted: 0, actual: 0 }));

	constructor(model: MemoryModel) {
		this.#model = model;
	}

	/** @param events of one card, those that count, in causal order @param base what it came with, if its history begins elsewhere */
	addCard(events: readonly LastingEvent[], base: Progress | null = null): void {
		let memory = base?.memory ?? null;
		let lastDay = base?.lastReviewedDay ?? null;
		let nth = 1;
		let lapses = 0;
		for (const event of events) {
			if (event.kind === 'reset') [memory, lastDay, nth, lapses] = [null, null, 1, 0];
			if (event.kind !== 'review') continue;
			const elapsed = lastDay === null ? 0 : daysBetween(lastDay, event.studyDay);
			if (memory && elapsed > 0) {
				nth++;
				this.#add(this.#model.retrievability(memory, elapsed), event.rating > 1, [
					binOf(elapsed, 2.48, 3.62, 2),
					binOf(nth, 1.99, 1.89, 0),
					lapses === 0 ? 0 : binOf(lapses, 1.65, 1.73, 0),
				]);
				if (event.rating === 1) lapses++;
			}
			memory = this.#model.next(memory, elapsed, event.rating);
			lastDay = event.studyDay;
		}
	}

	#add(chance: number, recalled: boolean, place: readonly number[]): void {
		const predicted = Math.min(1 - NEARLY_SURE, Math.max(NEARLY_SURE, chance));
		const actual = recalled ? 1 : 0;
		this.#reviews++;
		this.#loss -= Math.log(recalled ? predicted : 1 - predicted);
		const key = place.join(' ');
		const alike = this.#alike.get(key) ?? { reviews: 0, predicted: 0, actual: 0 };
		this.#alike.set(key, alike);
		const bin = this.#bins[recallBins.findLastIndex((start) => start <= predicted)];
		for (const each of [alike, bin]) {
			if (!each) continue;
			each.reviews++;
			each.predicted += predicted;
			each.actual += actual;
		}
	}

	get calibration(): Calibration {
		const reviews = this.#reviews;
		let squares = 0;
		for (const { reviews: weight, predicted, actual } of this.#alike.values()) {
			squares += weight * ((predicted - actual) / weight) ** 2;
		}
		return {
			reviews,
			logLoss: this.#loss / reviews,
			rmseBins: Math.sqrt(squares / reviews),
			bins: this.#bins.map((bin) => ({
				reviews: bin.reviews,
				predicted: bin.predicted / bin.reviews,
				actual: bin.actual / bin.reviews,
			})),
		};
	}
}

const NEARLY_SURE = 0.0001;

/** The bin of a number above 0 on a logarithmic scale, by the name srs-benchmark gives it. */
function binOf(value: number, factor: number, base: number, decimals: number): number {
	const place = factor * base ** Math.floor(Math.log(value) / Math.log(base));
	return Number(place.toFixed(decimals));
}
