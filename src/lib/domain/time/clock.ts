/** Where the app gets its time. The real one stands at the edge; tests hand in their own. */
export interface Clock {
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Minutes the local wall clock is ahead of UTC at that instant: +60 in Berlin in winter. */
	utcOffsetMinutes(at: number): number;
}
