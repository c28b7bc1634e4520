/** Numbers of one deck on one study day. New and review are within the day's limits. */
export interface DeckCounts {
	readonly total: number;
	readonly new: number;
	readonly learning: number;
	readonly review: number;
	readonly suspended: number;
}
