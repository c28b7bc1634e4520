import type { Places } from './transitions.ts';

/** Cards that are asked for at the same auditions: they share one table of values. */
export interface Group {
	/** Places of its auditions in the plan's, soonest first. */
	readonly goals: readonly number[];
	/** Node of each audition's day. */
	readonly ends: readonly number[];
	readonly last: number;
	/** Index: audition of the group × nodes × COLUMNS + node × COLUMNS + column: recall in the room after study at a node. */
	readonly recallInRoom: Float64Array;
	readonly items: Items;
}

/** Cards not yet studied by the plan; those that are alike (new ones) are one item. Index: item × nodes + node. */
export interface Items {
	readonly count: number;
	/** Number of cards of each item. */
	readonly mass: Float64Array;
	/** First node on which an item can be studied. */
	readonly from: Int32Array;
	readonly isFresh: Uint8Array;
	/** Chance that study at a node ends as `passed`. */
	readonly chance: Float64Array;
	readonly seconds: Float64Array;
	readonly passed: Places;
	readonly lapsed: Places;
	/** Recall at a node when untouched till then. */
	readonly recall: Float64Array;
	/** Index: audition of the group × count + item: recall in the room when untouched. */
	readonly recallInRoom: Float64Array;
	/** What study so late costs beyond its time. */
	readonly late: Float64Array;
}
