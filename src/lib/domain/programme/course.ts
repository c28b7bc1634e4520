/** The days of a plan as the computation sees them: nodes, each a day or, far from both ends, a few days in one. */
export interface Course {
	/** Days from today, rising; the first is 0. */
	readonly days: readonly number[];
	/** How many days each node stands for: itself and those up to the next. */
	readonly lengths: readonly number[];
	/** The different numbers of days between two nodes, rising from 0. */
	readonly gaps: readonly number[];
	/** Place in `gaps` of the days from node u to node v: index u × nodes + v. */
	readonly gapOf: Int32Array;
}

const MOST_NODES = 72;
/** Each day counts at the beginning and before an audition. */
const DAILY_AT_FIRST = 14;
const DAILY_BEFORE = 21;

/** @param ends days from today of the auditions */
export function course(ends: readonly number[]): Course {
	const last = Math.max(0, ...ends);
	const isDaily = (day: number) =>
		day <= DAILY_AT_FIRST || ends.some((end) => day <= end + 1 && day > end - DAILY_BEFORE);
	const all = Array.from({ length: last + 1 }, (_, day) => day);
	const loose = all.filter((day) => !isDaily(day)).length;
	const stride =
		all.length <= MOST_NODES
			? 1
			: Math.ceil(loose / Math.max(8, MOST_NODES - (all.length - loose)));
	let since = 0;
	const days = all.filter((day) => {
		since++;
		if (!isDaily(day) && since < stride) return false;
		since = 0;
		return true;
	});
	const nodes = days.length;
	const between = (u: number, v: number) => (days[v] ?? 0) - (days[u] ?? 0);
	const pairs = days.flatMap((_, u) => days.slice(u).map((_, after) => between(u, u + after)));
	const gaps = [...new Set(pairs)].sort((a, b) => a - b);
	const place = new Map(gaps.map((gap, index) => [gap, index]));
	const gapOf = new Int32Array(nodes * nodes);
	for (let u = 0; u < nodes; u++)
		for (let v = u; v < nodes; v++) gapOf[u * nodes + v] = place.get(between(u, v)) ?? 0;
	return {
		days,
		lengths: days.map((day, v) => (days[v + 1] ?? last + 1) - day),
		gaps,
		gapOf,
	};
}
