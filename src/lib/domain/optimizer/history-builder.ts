import type { LastingEvent } from '#lib/domain/log/event.ts';
import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { Histories } from './histories.ts';

/**
 * Makes histories of the log, one card after another: reviews and recaps that counted, as replay counts them.
 * What was practice is left out.
 */
export class HistoryBuilder {
	readonly #starts: number[] = [0];
	readonly #ratings: number[] = [];
	readonly #gaps: number[] = [];
	readonly #times: number[] = [];

	/**
	 * @param events of one card, those that count, in causal order
	 * @param hadMemory the card was brought in with a memory but without the events that made it: what it lived
	 *   through before is unknown, so its reviews tell nothing until a reset
	 */
	add(events: readonly LastingEvent[], hadMemory = false): void {
		let isKnown = !hadMemory;
		let last: StudyDay | null = null;
		for (const event of events) {
			if (event.kind === 'reset') {
				this.#end();
				isKnown = true;
				last = null;
			} else if (event.kind === 'review' && isKnown) {
				this.#ratings.push(event.rating);
				this.#gaps.push(last === null ? 0 : daysBetween(last, event.studyDay));
				this.#times.push(event.at);
				last = event.studyDay;
			}
		}
		this.#end();
	}

	finish(): Histories {
		return {
			starts: Int32Array.from(this.#starts),
			ratings: Uint8Array.from(this.#ratings),
			gaps: Float64Array.from(this.#gaps),
			times: Float64Array.from(this.#times),
		};
	}

	#end(): void {
		if (this.#ratings.length > (this.#starts.at(-1) ?? 0)) this.#starts.push(this.#ratings.length);
	}
}
