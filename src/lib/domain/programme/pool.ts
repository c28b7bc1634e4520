/** The time for one audition's cards, day by day, and what it costs. */
export interface Pool {
	/** Seconds at each node; 0 on days off and after the audition, infinite without a limit. */
	readonly seconds: Float64Array;
	/** Price of a second at each node, in cards remembered. */
	readonly prices: Float64Array;
	/** Whether study of a group's cards at a node is paid from here. */
	pays(group: number, node: number): boolean;
}
