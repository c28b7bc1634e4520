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

/** How finely a course is seen. */
export interface Detail {
	/** Most nodes, unless the days that count each are more. */
	readonly nodes: number;
	/** Each day counts at the beginning, and before an audition: so many days. */
	readonly first: number;
	readonly before: number;
}

/** For what to do each day. */
export const FINE: Detail = { nodes: 72, first: 14, before: 21 };
/** For how many minutes it takes, which is asked many times over. */
export const COARSE: Detail = { nodes: 24, first: 5, before: 9 };

/** @param ends days from today of the auditions */
export function course(ends: readonly number[], detail = FINE): Course {
	const last = Math.max(0, ...ends);
	const isDaily = (day: number) =>
		day <= detail.first || ends.some((end) => day <= end + 1 && day > end - detail.before);
	const all = Array.from({ length: last + 1 }, (_, day) => day);
	const loose = all.filter((day) => !isDaily(day)).length;
	const stride =
		all.length <= detail.nodes
			? 1
			: Math.ceil(loose / Math.max(8, detail.nodes - (all.length - loose)));
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
