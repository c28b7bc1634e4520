import type { Memory } from '#lib/domain/cards/card.ts';
import type { PlanCard } from '#lib/domain/programme/plan-input.ts';
import type { Priced } from '#lib/domain/programme/prices.ts';
import type { Problem } from '#lib/domain/programme/problem.ts';
import { sameDay } from '#lib/domain/programme/study-outcome.ts';
import { places, setPlace, valueAt } from '#lib/domain/programme/transitions.ts';
import { fillDay } from './fill-day.ts';

/** A card that is worth study today. */
export interface Chosen {
	readonly card: PlanCard;
	/** Whether it was studied today already. */
	readonly again: boolean;
	readonly seconds: number;
	/** Cards recalled for a second, against waiting for a later day. */
	readonly worth: number;
}

/** A second look on one day is worth something when the audition is no further than this. */
const LAST_DAYS = 1;
const BEFORE_AGAIN_MS = 10 * 60_000;

/**
 * Today's cards, the most urgent first: those still in their steps, then those that gain most for a second, as many as
 * fit into what is left of today's minutes.
 */
export function chooseToday(problem: Problem, { pools, values, floor }: Priced): Chosen[] {
	const { input, groups, cards, course } = problem;
	const nodes = course.days.length;
	return pools
		.flatMap((pool) => {
			const offers = groups.flatMap((_, g) => (pool.pays(g, 0) ? offersOf(g) : []));
			return fillDay(offers, pool.seconds[0] ?? 0);
		})
		.sort((a, b) => b.worth - a.worth);

	function offersOf(g: number): Chosen[] {
		const items = groups[g]?.items;
		const worths = values[g]?.itemWorth;
		if (!items || !worths) return [];
		return (cards[g] ?? []).flatMap((alike, item) => {
			if ((items.from[item] ?? 0) > 0) return alike.flatMap((card) => again(g, item, card));
			const seconds = items.seconds[item * nodes] ?? 0;
			const worth = worths[item * nodes] ?? 0;
			if (worth < floor) return [];
			return alike.map((card) => ({ card, again: false, seconds, worth }));
		});
	}

	/** A card that was studied today, once more. */
	function again(g: number, item: number, card: PlanCard): Chosen[] {
		if (card.buriedThrough !== null && card.buriedThrough >= input.today) return [];
		const seconds = input.seconds.remembered;
		if (card.state === 'learning' || card.state === 'relearning')
			return [{ card, again: true, seconds, worth: Infinity }];
		const rested = input.now - (card.lastReviewedAt ?? 0) >= BEFORE_AGAIN_MS;
		const isNear = groups[g]?.ends.some((end) => (course.days[end] ?? 0) <= LAST_DAYS);
		if (!isNear || !rested || !card.memory) return [];
		const worth = gainOfAgain(g, item, card.memory) / seconds;
		return worth < floor ? [] : [{ card, again: true, seconds, worth }];
	}

	function gainOfAgain(g: number, item: number, memory: Memory): number {
		const place = places(1);
		setPlace(place, 0, problem.grid, sameDay(problem.memory, memory));
		const after = values[g]?.after;
		return after ? valueAt(after, 0, place, 0) - (values[g]?.items[item] ?? 0) : 0;
	}
}
