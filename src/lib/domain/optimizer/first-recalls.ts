import type { Histories } from './histories.ts';
import { forEachUsable } from './training-weights.ts';

/** How often cards were recalled at their first review on a later day, so many days after their first rating. */
export interface FirstRecall {
	/** 1 Again to 4 Easy. */
	readonly rating: number;
	readonly days: number;
	readonly count: number;
	readonly recalled: number;
}

export interface FirstRecalls {
	readonly groups: readonly FirstRecall[];
	/** Reviews to leave out of a fit, by index: gaps so rare that they say more of a holiday than of memory. */
	readonly outliers: ReadonlySet<number>;
}

/** @param before only reviews of this time or earlier, in ms */
export function firstRecalls(log: Histories, before: number): FirstRecalls {
	const groups: FirstRecall[] = [];
	const outliers = new Set<number>();
	for (const [rating, ofRating] of groupsOf(log, before)) {
		const rare = rarest(ofRating, rating);
		for (const { days, reviews } of ofRating) {
			const recalled = reviews.filter((review) => (log.ratings[review] ?? 0) > 1).length;
			if (rare.has(days)) for (const review of reviews) outliers.add(review);
			else groups.push({ rating, days, count: reviews.length, recalled });
		}
	}
	return { groups, outliers };
}

interface Group {
	readonly days: number;
	readonly reviews: number[];
}

/** By first rating; each first review on a later day, by its index, with those after the same gap. */
function groupsOf(log: Histories, before: number): Map<number, Group[]> {
	const byRating = new Map<number, Map<number, Group>>([1, 2, 3, 4].map((key) => [key, new Map()]));
	let latest = -1;
	forEachUsable(log, (review, start) => {
		if (start === latest) return;
		latest = start;
		if ((log.times[review] ?? 0) > before) return;
		const days = log.gaps[review] ?? 0;
		const groups = byRating.get(log.ratings[start] ?? 0);
		const group = groups?.get(days);
		if (group) group.reviews.push(review);
		else groups?.set(days, { days, reviews: [review] });
	});
	return new Map([...byRating].map(([rating, groups]) => [rating, [...groups.values()]]));
}

/**
 * The gaps to leave out: the rarest, up to a twentieth of the reviews, and of the others those of more than 100
 * days (after Easy: 365). fsrs-rs leaves out at least 20, which of a small collection is all.
 */
function rarest(groups: readonly Group[], rating: number): Set<number> {
	const room = groups.reduce((sum, { reviews }) => sum + reviews.length, 0) / 20;
	const left = new Set<number>();
	let removed = 0;
	for (const { days, reviews } of groups.toSorted(byRarity)) {
		removed += reviews.length;
		if (removed <= room || days > (rating === 4 ? 365 : 100)) left.add(days);
	}
	return left;
}

function byRarity(one: Group, other: Group): number {
	return one.reviews.length - other.reviews.length || other.days - one.days;
}
