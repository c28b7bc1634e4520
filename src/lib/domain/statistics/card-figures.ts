import type { Progress } from '#lib/domain/cards/card.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import { dayBucket, dayBuckets } from './day-buckets.ts';
import { MATURE_DAYS } from './share.ts';
import { standingOf } from './standing.ts';

/** Days ahead that are counted one by one. */
export const FORECAST_DAYS = 365;

/** How the cards stand now. Suspended ones are counted as such and nowhere else. */
export interface CardFigures {
	readonly fresh: number;
	readonly learning: number;
	readonly young: number;
	readonly mature: number;
	readonly suspended: number;
	/** Cards due on each day from today, `FORECAST_DAYS` of them; those overdue are due today. */
	readonly due: readonly number[];
	/** Cards in review by interval and all with a memory by stability: one count for each of `dayBuckets`. */
	readonly intervals: readonly number[];
	readonly stability: readonly number[];
	/** Cards with a difficulty that rounds to 1, 2 … 10. */
	readonly difficulty: readonly number[];
	/** Cards by their chance of recall now, in tenths: 0–10 % … 90–100 %. */
	readonly retrievability: readonly number[];
	/** Sum of these chances: how many cards would be recalled now. */
	readonly recalled: number;
	/** Cards that have a memory. */
	readonly remembering: number;
}

const DAY_MS = 86_400_000;

/** Counts cards one by one, so that any number of them can be read in parts. */
export class CardCount {
	readonly #now: number;
	readonly #today: StudyDay;
	readonly #model: MemoryModel;
	readonly #states = { fresh: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
	readonly #due = zeros(FORECAST_DAYS);
	readonly #intervals = zeros(dayBuckets.length);
	readonly #stability = zeros(dayBuckets.length);
	readonly #difficulty = zeros(10);
	readonly #retrievability = zeros(10);
	#recalled = 0;
	#remembering = 0;

	/** @param now milliseconds since 1970, UTC */
	constructor(now: number, today: StudyDay, model: MemoryModel) {
		this.#now = now;
		this.#today = today;
		this.#model = model;
	}

	add(card: Progress): void {
		if (card.suspended) {
			this.#states.suspended++;
			return;
		}
		const { intervalDays } = standingOf(card);
		if (card.state === 'new') this.#states.fresh++;
		else if (card.state !== 'review') this.#states.learning++;
		else {
			this.#states[intervalDays < MATURE_DAYS ? 'young' : 'mature']++;
			count(this.#intervals, dayBucket(intervalDays));
		}
		const { due } = card;
		if (due && 'at' in due) count(this.#due, 0);
		else if (due) count(this.#due, daysBetween(this.#today, due.day));
		if (card.memory) this.#remember(card, card.memory);
	}

	#remember({ lastReviewedAt }: Progress, memory: NonNullable<Progress['memory']>): void {
		const elapsed = Math.max(0, this.#now - (lastReviewedAt ?? this.#now)) / DAY_MS;
		const chance = this.#model.retrievability(memory, elapsed);
		count(this.#stability, dayBucket(memory.stability));
		count(this.#difficulty, Math.round(memory.difficulty) - 1);
		count(this.#retrievability, Math.min(9, Math.floor(chance * 10)));
		this.#recalled += chance;
		this.#remembering++;
	}

	get figures(): CardFigures {
		return {
			...this.#states,
			due: [...this.#due],
			intervals: [...this.#intervals],
			stability: [...this.#stability],
			difficulty: [...this.#difficulty],
			retrievability: [...this.#retrievability],
			recalled: this.#recalled,
			remembering: this.#remembering,
		};
	}
}

function zeros(length: number): number[] {
	return Array.from({ length }, () => 0);
}

/** Places beyond the end are not counted. */
function count(counts: number[], index: number): void {
	const before = counts[index];
	if (before !== undefined) counts[index] = before + 1;
}
