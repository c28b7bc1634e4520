import type { WorkloadInput, WorkloadPoint } from './workload-input.ts';
import { HORIZON_DAYS, yearOfDeck } from './year-of-deck.ts';

/** Lives that are simulated at each retention: a small collection is lived through several times, a large one in part. */
const LIVES = 3000;

/** 0.70 to 0.99, a hundredth apart: all that can be set. */
export const retentions: readonly number[] = Array.from(
	{ length: 30 },
	(_, index) => (70 + index) / 100,
);

/**
 * A year of this collection at each of some desired retentions, deck by deck, since limits are a deck's own. Every card is
 * answered on the day it is due, as the parameters foretell, or later where the daily limit of reviews is reached; new
 * ones come at theirs. Each life has its own luck, the same at every retention, so that the curve is smooth and the
 * same input gives the same answer.
 */
export function simulateWorkload(
	input: WorkloadInput,
	at: readonly number[] = retentions,
): WorkloadPoint[] {
	const all = input.decks.reduce((sum, { known, fresh }) => sum + known + fresh, 0);
	return at.map((retention) => {
		const sum = { answers: 0, seconds: 0, cards: 0, recalled: 0, waiting: 0 };
		let first = 0;
		for (const deck of input.decks) {
			const lives = Math.ceil((LIVES * (deck.known + deck.fresh)) / Math.max(1, all));
			const year = yearOfDeck(input, deck, { first, retention, lives });
			for (const name of keysOf(sum)) sum[name] += year[name];
			first += deck.known;
		}
		return {
			retention,
			cardsPerDay: sum.answers / HORIZON_DAYS,
			minutesPerDay: sum.seconds / 60 / HORIZON_DAYS,
			remembered: sum.cards > 0 ? sum.recalled / sum.cards : 0,
			waiting: sum.waiting,
		};
	});
}

function keysOf<Names extends string>(sum: Record<Names, number>): Names[] {
	return Object.keys(sum) as Names[];
}
