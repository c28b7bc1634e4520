import { usableReviews, type Histories } from './histories.ts';

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
	/**
	 * The reviews to learn from, by index and in order. First reviews on a later day are left out where their gap is so
	 * rare that it says more of a holiday than of memory.
	 */
	readonly learned: Int32Array<ArrayBuffer>;
}

/** @param before only reviews of this time or earlier are looked at, in ms */
export function firstRecalls(log: Histories, before: number): FirstRecalls {
	const usable = usableReviews(log, before);
	const groups = groupsOf(log, usable);
	const all = [...groups.values()];
	const rare = new Set([1, 2, 3, 4].flatMap((rating) => rarest(all, rating)));
	if (rare.size === 0) return { groups: all, learned: usable };
	const learned = new Uint8Array(usable.length).fill(1);
	forEachFirst(log, usable, (place, key) => {
		const group = groups.get(key);
		if (group && rare.has(group)) learned[place] = 0;
	});
	return {
		groups: all.filter((group) => !rare.has(group)),
		learned: usable.filter((_, place) => learned[place] === 1),
	};
}

/** By first rating and gap. */
function groupsOf(log: Histories, usable: Int32Array): Map<number, FirstRecall> {
	const groups = new Map<number, { -readonly [Name in keyof FirstRecall]: FirstRecall[Name] }>();
	forEachFirst(log, usable, (_, key, rating, review) => {
		const recalled = (log.ratings[review] ?? 0) > 1 ? 1 : 0;
		const group = groups.get(key);
		if (group) {
			group.count++;
			group.recalled += recalled;
		} else groups.set(key, { rating, days: log.gaps[review] ?? 0, count: 1, recalled });
	});
	return groups;
}

/** Visits the first usable review of each history. @param visit told where it stands among the usable ones */
function forEachFirst(
	{ starts, ratings, gaps }: Histories,
	usable: Int32Array,
	visit: (place: number, key: number, rating: number, review: number) => void,
): void {
	let history = 0;
	let next = 0;
	for (let place = 0; place < usable.length; place++) {
		const review = usable[place] ?? 0;
		if (review < next) continue;
		while (review >= (starts[history + 1] ?? Infinity)) history++;
		next = starts[history + 1] ?? Infinity;
		const rating = ratings[starts[history] ?? 0] ?? 0;
		visit(place, (gaps[review] ?? 0) * 8 + rating, rating, review);
	}
}

/**
 * The groups to leave out: the rarest, up to a twentieth of the reviews, and of the others those of more than 100
 * days (after Easy: 365). fsrs-rs leaves out at least 20, which of a small collection is all.
 */
function rarest(all: readonly FirstRecall[], rating: number): FirstRecall[] {
	const groups = all.filter((group) => group.rating === rating);
	const room = groups.reduce((sum, { count }) => sum + count, 0) / 20;
	let removed = 0;
	return groups.toSorted(byRarity).filter(({ count, days }) => {
		removed += count;
		return removed <= room || days > (rating === 4 ? 365 : 100);
	});
}

function byRarity(one: FirstRecall, other: FirstRecall): number {
	return one.count - other.count || other.days - one.days;
}
